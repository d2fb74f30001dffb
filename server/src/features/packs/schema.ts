/** What may stand where in a pack's files, read from the JSON Schemas that also serve other YAML tools. */
import chapterSchema from '../../../../content/schemas/chapter.schema.json';
import commonSchema from '../../../../content/schemas/common.schema.json';
import peopleSchema from '../../../../content/schemas/people.schema.json';
import sourcesSchema from '../../../../content/schemas/sources.schema.json';
import termsSchema from '../../../../content/schemas/terms.schema.json';
import timelineSchema from '../../../../content/schemas/timeline.schema.json';
import type { PackFileName } from './files';
import type { Path } from './tree';

/** The part of JSON Schema that the pack's schemas use. */
interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** One form that a value may take. */
export interface Form {
  readonly description?: string;
  readonly kind: 'map' | 'list' | 'choice' | 'flag' | 'date' | 'text';
  /** Of a map. */
  readonly keys: readonly Key[];
  /** Of a choice. */
  readonly choices: readonly string[];
  readonly schema: Schema;
}

export interface Key {
  readonly name: string;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly forms: readonly Form[];
}

const schemas: Record<PackFileName, Schema> = {
  chapter: chapterSchema,
  people: peopleSchema,
  timeline: timelineSchema,
  terms: termsSchema,
  sources: sourcesSchema,
};
const definitions: Readonly<Record<string, Schema>> = commonSchema.definitions;

/** The forms that the value at a path may take; none where nothing may stand. */
export function formsAt(name: PackFileName, path: Path): Form[] {
  let forms = formsOf(schemas[name]);
  for (const step of path) {
    forms = forms.flatMap(({ schema }) => {
      const below = typeof step === 'number' ? schema.items : ownProperty(schema.properties, step);
      return below ? formsOf(below) : [];
    });
  }
  return forms;
}

/** The key that a path ends with; undefined where there is no such key. */
export function keyAt(name: PackFileName, path: Path): Key | undefined {
  const last = path.at(-1);
  return formsAt(name, path.slice(0, -1))
    .flatMap(({ keys }) => keys)
    .find((key) => key.name === last);
}

function formsOf(schema: Schema, description = schema.description): Form[] {
  if (schema.$ref) {
    const target = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    const definition = ownProperty(definitions, target);
    if (!definition) return [];
    const about = description ?? definition.description;
    return target === 'edtf' ? [form('date', definition, about)] : formsOf(definition, about);
  }
  const parts = schema.oneOf ?? (schema.allOf?.length === 1 ? schema.allOf : undefined);
  if (parts) return parts.flatMap((part) => formsOf(part, part.description ?? description));
  if (schema.properties) return [form('map', schema, description)];
  if (schema.items) return [form('list', schema, description)];
  if (schema.enum) return [form('choice', schema, description)];
  return [form(schema.type === 'boolean' ? 'flag' : 'text', schema, description)];
}

function form(kind: Form['kind'], schema: Schema, description: string | undefined): Form {
  return {
    kind,
    ...(description === undefined ? {} : { description }),
    // Worked out when asked for: a date may hold dates.
    get keys() {
      return Object.entries(kind === 'map' ? (schema.properties ?? {}) : {}).map(([name, each]): Key => {
        const forms = formsOf(each);
        const required = schema.required?.includes(name) === true;
        return { name, description: each.description ?? forms[0]?.description, required, forms };
      });
    },
    choices: schema.enum ?? [],
    schema,
  };
}

function ownProperty<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
