
      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "Node": [
      "Decision",
      "Mail",
      "Meeting",
      "Membership",
      "Network",
      "Organisation",
      "Person",
      "Place",
      "Term",
      "WorkingGroup"
    ]
  }
};
      export default result;
    