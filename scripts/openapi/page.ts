// The API reference as one page, made from openapi.json: no script, and nothing loaded from elsewhere.
import type { Json } from "./example.ts";
import { style } from "./style.ts";

interface Content {
  schema?: Json;
  example?: unknown;
}
interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters: { name: string; in: string; required: boolean; description?: string; schema: Json }[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, { $ref?: string; description?: string; content?: Record<string, Content> }>;
}
interface Description {
  info: { title: string; description: string };
  tags: { name: string }[];
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, Json>; responses: Record<string, { description: string }> };
}

const replacements: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => replacements[character]!);
const list = <T>(items: T[], each: (item: T) => string) => items.map(each).join("");

/** Renders paragraphs, `code` and **strong**: our texts use nothing else. */
function prose(text: string): string {
  const inline = (line: string) =>
    escapeHtml(line)
      .replace(/`([^`]+)`/g, "<code>$1</code>")
      .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>");
  return list(text.split("\n\n"), (paragraph) => `<p>${inline(paragraph)}</p>`);
}

const json = (value: unknown) => `<pre>${escapeHtml(JSON.stringify(value, null, 2))}</pre>`;
const nameOf = (ref: string) => ref.split("/").at(-1)!;

/** A schema's type in a few words. */
function typeOf(schema: Json): string {
  if (typeof schema.$ref === "string")
    return `<a href="#schema-${nameOf(schema.$ref)}">${nameOf(schema.$ref)}</a>`;
  const choices = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (choices) return [...new Set(choices.map(typeOf))].join(" or ");
  if ("const" in schema) return `<code>${escapeHtml(JSON.stringify(schema.const))}</code>`;
  if (Array.isArray(schema.enum))
    return schema.enum.map((value) => `<code>${escapeHtml(String(value))}</code>`).join(" ");
  if (schema.type === "array") return `list of ${typeOf((schema.items ?? {}) as Json)}`;
  return escapeHtml([schema.type ?? "anything"].flat().join(" or "));
}

function limitsOf({
  minLength,
  maxLength,
  minimum,
  maximum,
  minItems,
  maxItems,
  default: preset,
}: Json): string {
  const limits = [
    maxLength !== undefined && `${minLength ?? 0} to ${maxLength} characters`,
    typeof maximum === "number" && Math.abs(maximum) < 1e12 && `${minimum ?? ""} to ${maximum}`,
    maxItems !== undefined && `${minItems ?? 0} to ${maxItems} items`,
    preset !== undefined && `default ${JSON.stringify(preset)}`,
  ];
  return limits.filter(Boolean).join("; ");
}

function fieldRow(name: string, schema: Json, required: boolean, described?: string): string {
  const notes = [described ?? schema.description, limitsOf(schema)].filter(Boolean).map(String);
  return `<tr><th scope="row"><code>${escapeHtml(name)}</code>${required ? "<b>required</b>" : ""}</th><td>${typeOf(schema)}</td><td>${escapeHtml(notes.join(". "))}</td></tr>`;
}

function fieldsOf(schema: Json): string {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  if (properties.length === 0) return `<p>${typeOf(schema)}</p>`;
  const required = (schema.required ?? []) as string[];
  const rows = list(properties, ([name, property]) => fieldRow(name, property, required.includes(name)));
  return `<table>${rows}</table>`;
}

function bodyOf(title: string, content: Record<string, Content> | undefined): string {
  const { schema, example } = content?.["application/json"] ?? {};
  if (!schema) return "";
  return `<h4>${title}</h4><div class="pair"><div>${fieldsOf(schema)}</div>${json(example)}</div>`;
}

function operationOf(description: Description, method: string, path: string, operation: Operation): string {
  const { operationId, summary, parameters, requestBody, responses } = operation;
  const [status = "", success] = Object.entries(responses).find(([code]) => code.startsWith("2")) ?? [];
  const failures = Object.entries(responses).filter(([code]) => !code.startsWith("2"));
  const rows = list(parameters, ({ name, in: place, required, description: text, schema }) =>
    fieldRow(name, schema, required, [place, text].filter(Boolean).join(": ")),
  );
  const problems = list(failures, ([code, { $ref = "" }]) => {
    const text = description.components.responses[nameOf($ref)]?.description ?? "";
    return `<dt>${code}</dt><dd>${prose(text)}</dd>`;
  });
  return `<details id="${operationId}"><summary><span class="method ${method}">${method}</span><code>${escapeHtml(path).replace(/\{(\w+)\}/g, "<i>{$1}</i>")}</code><span class="what">${escapeHtml(summary)}</span></summary>
<div class="inside">${prose(operation.description)}
${rows ? `<h4>Parameters</h4><table>${rows}</table>` : ""}${bodyOf("Body", requestBody?.content)}${success?.content ? bodyOf(`Response ${status}`, success.content) : `<h4>Response ${status}</h4><p>No body.</p>`}
<h4>Errors</h4><dl>${problems}</dl></div></details>`;
}

/** Renders the whole page. */
export function apiPage(description: Description): string {
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method,
      path,
      operation: operation as Operation,
    })),
  );
  const { title, description: introduction } = description.info;
  const sections = description.tags.map(({ name }) => ({
    name,
    of: operations.filter(({ operation }) => operation.tags.includes(name)),
  }));
  const schemas = Object.entries(description.components.schemas);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} API</title><link rel="icon" href="/favicon.svg"><style>${style}</style></head>
<body><nav aria-label="Sections"><a class="home" href="#top">${escapeHtml(title)}</a>
${list(sections, ({ name, of }) => `<a href="#tag-${name}">${name}<span>${of.length}</span></a>`)}
<a href="#schemas">schemas<span>${schemas.length}</span></a></nav>
<main id="top"><h1>${escapeHtml(title)} API</h1>${prose(introduction)}
<p>Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).</p>
${list(
  sections,
  ({ name, of }) =>
    `<section id="tag-${name}"><h2>${name}</h2>${list(of, ({ method, path, operation }) => operationOf(description, method, path, operation))}</section>`,
)}
<section id="schemas"><h2>schemas</h2>${list(
    schemas,
    ([name, schema]) =>
      `<details id="schema-${name}"><summary><code>${name}</code></summary><div class="inside">${fieldsOf(schema)}</div></details>`,
  )}</section></main></body></html>
`;
}
