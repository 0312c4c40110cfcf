// CloudFront Functions: small JavaScript that runs before a request goes on.

/** Sets the header to the caller's address. A value that the caller sent is overwritten. */
export const addressFunction = (header: string): string => `function handler(event) {
  event.request.headers[${JSON.stringify(header)}] = { value: event.viewer.ip + ":0" };
  return event.request;
}
`;

/** Answers `/config.json` with `settings`, and serves the app's page for every path that is neither a file nor /docs. */
export const siteFunction = (settings: string): string => `function handler(event) {
  var request = event.request;
  if (request.uri === "/config.json") {
    return {
      statusCode: 200,
      statusDescription: "OK",
      headers: {
        "content-type": { value: "application/json" },
        "cache-control": { value: "no-cache" }
      },
      body: JSON.stringify(${settings})
    };
  }
  if (request.uri === "/docs") request.uri = "/docs.html";
  if (!/\\.[^/]*$/.test(request.uri)) request.uri = "/index.html";
  return request;
}
`;
