
      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "Node": [
      "Decision",
      "EvidenceDocument",
      "Mail",
      "Meeting",
      "Membership",
      "Network",
      "Organisation",
      "Paper",
      "Person",
      "Place",
      "Term",
      "WorkingGroup"
    ]
  }
};
      export default result;
    