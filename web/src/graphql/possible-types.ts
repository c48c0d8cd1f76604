
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
      "Membership",
      "Network",
      "Organisation",
      "Person",
      "Place",
      "Term"
    ]
  }
};
      export default result;
    