// Holds a file of FollowTheMoney entities, one on each line, against the model itself, as the npm package has it: what is
// wrong is told line by line, and ends the program with 1.
//
//   node ftm.mjs <file.ftm.jsonl>
//
// The package knows schemata, properties, ranges and lists of codes. How a date, an address of the web or an id of another
// register is spelled it leaves to its Python sister; here are the rules that the model's own descriptions give.
import fs from "node:fs";
import { createRequire } from "node:module";

// From where the program was started, so that it can be run beside any directory that has the package.
const require = createRequire(`${process.cwd()}/`);
const { Model, defaultModel } = require("@alephdata/followthemoney");

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d)?)?)?)?)?$/;
const FORMATS = {
  qid: (value) => /^[QPL]\d+$/.test(value),
  lei: (value) => /^[A-Z0-9]{18}\d{2}$/.test(value),
};

const file = process.argv[2];
const model = new Model(defaultModel);
const problems = [];
const entities = new Map();

function isDate(value) {
  if (!DATE.test(value)) return false;
  // No 30th of February.
  const day = value.slice(0, 10);
  return day.length < 10 || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

function isUrl(value) {
  try {
    return /^https?:$/.test(new URL(value).protocol);
  } catch {
    return false;
  }
}

/** What is wrong with a value as one of its type; nothing where it is right. */
function wrong(property, value) {
  const type = property.type.name;
  if (typeof value !== "string") return "is not text";
  if (value.trim() === "") return "is blank";
  // Python counts characters, we count what a UTF-16 text has of them, which are as many or more.
  if (value.length > property.maxLength) return `is longer than ${property.maxLength}`;
  if (type === "date" && !isDate(value)) return "is no date";
  if (type === "url" && !isUrl(value)) return "is no address of the web";
  if (type === "number" && !/^-?\d+(\.\d+)?$/.test(value)) return "is no number";
  if (property.type.values.size > 0 && !property.type.values.has(value)) return `is no ${type} of the model`;
  if (property.format && FORMATS[property.format] && !FORMATS[property.format](value)) return `is no ${property.format}`;
  return undefined;
}

/** Every property that a schema or one that it extends asks for. */
function required(schema) {
  return new Set([schema, ...schema.getParents()].flatMap((each) => each.required));
}

function check(entity, say) {
  const others = Object.keys(entity).filter((member) => !["id", "schema", "properties"].includes(member));
  if (others.length) say(`has the members ${others}`);
  if (typeof entity.id !== "string" || entity.id === "" || entity.id.length > 200) return say("has no id");
  if (entities.has(entity.id)) return say("is there twice");
  const schema = model.schemata[entity.schema];
  if (!schema) return say(`is of the schema ${entity.schema}, which there is not`);
  entities.set(entity.id, { entity, schema, say });
  if (schema.abstract) say(`is of the abstract schema ${schema.name}`);
  for (const [name, values] of Object.entries(entity.properties ?? {})) {
    if (!schema.hasProperty(name)) {
      say(`has the property ${name}, which ${schema.name} has not`);
      continue;
    }
    const property = schema.getProperty(name);
    if (property.stub) say(`has the property ${name}, which is only the other end of one`);
    if (property.deprecated) say(`has the property ${name}, which is deprecated`);
    if (!Array.isArray(values) || values.length === 0) {
      say(`has no list of values of ${name}`);
      continue;
    }
    if (new Set(values).size !== values.length) say(`has a value of ${name} twice`);
    for (const value of values) {
      const reason = wrong(property, value);
      if (reason) say(`${name}: ${JSON.stringify(value)} ${reason}`);
    }
  }
  for (const name of required(schema)) {
    if (!entity.properties?.[name]?.length) say(`lacks ${name}, which ${schema.name} requires`);
  }
}

/** What is referred to is there, and of a schema that the property may refer to. */
function resolve({ entity, schema, say }) {
  for (const [name, values] of Object.entries(entity.properties ?? {})) {
    const property = schema.hasProperty(name) ? schema.getProperty(name) : undefined;
    if (property?.type.name !== "entity" || !Array.isArray(values)) continue;
    for (const value of values) {
      const other = entities.get(value);
      if (!other) say(`${name}: there is no ${value}`);
      else if (property.hasRange && !other.schema.isA(property.getRange())) {
        say(`${name}: ${value} is a ${other.schema.name} and no ${property.getRange().name}`);
      }
    }
  }
}

const text = fs.readFileSync(file, "utf8");
if (text !== "" && !text.endsWith("\n")) problems.push("the last line has no end: the file was cut off");
const lines = text.split("\n");
if (lines.at(-1) === "") lines.pop();
lines.forEach((line, index) => {
  let entity;
  try {
    entity = JSON.parse(line);
  } catch (error) {
    problems.push(`line ${index + 1}: ${error.message}`);
    return;
  }
  check(entity, (what) => problems.push(`line ${index + 1}: ${entity.id} ${what}`));
});
entities.forEach(resolve);

if (entities.size === 0) problems.push("there is no entity in it");
problems.slice(0, 50).forEach((problem) => console.error(problem));
if (problems.length) {
  console.error(`${file}: ${problems.length} problems`);
  process.exit(1);
}
const schemata = {};
entities.forEach(({ schema }) => { schemata[schema.name] = (schemata[schema.name] ?? 0) + 1; });
console.log(`${file}: ${entities.size} entities`, schemata);
