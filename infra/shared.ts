// What live development (sst.config.ts) has in common with a deployment. It imports nothing: SST bundles it by itself.

/** What functions may do to the table: everything but Scan. */
export const tableActions = [
  "dynamodb:BatchGetItem",
  "dynamodb:BatchWriteItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:DeleteItem",
  "dynamodb:GetItem",
  "dynamodb:PutItem",
  "dynamodb:Query",
  "dynamodb:UpdateItem",
];

/** How functions are bundled. Node's own default of main fields takes the larger CommonJS build of many libraries. */
export const bundling = {
  format: "esm" as const,
  conditions: ["aws"],
  mainFields: ["module", "main"],
};
