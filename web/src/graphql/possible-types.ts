
      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "Node": [
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
    