
      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "Node": [
      "Campaign",
      "Commitment",
      "Decision",
      "Dialogue",
      "EvidenceDocument",
      "Mail",
      "Meeting",
      "Membership",
      "Network",
      "Organisation",
      "Paper",
      "Person",
      "Place",
      "StakeholderMap",
      "Term",
      "WorkingGroup"
    ],
    "PlanBody": [
      "PlanAsk",
      "PlanBudgetLine",
      "PlanForce",
      "PlanIndicator",
      "PlanKeyMessage",
      "PlanMarker",
      "PlanObjective",
      "PlanRisk",
      "PlanStep"
    ]
  }
};
      export default result;
    