// The tables of a project file of the Discourse Network Analyzer 3 (SQLite), and what every such file begins with.
// Knows their names, types and limits, as that program checks them; no row of ours.

const byte = (name: string, rest = 'default 0') => `${name} integer not null ${rest} check (${name} between 0 and 255)`;
const colour = [byte('Red'), byte('Green'), byte('Blue')].join(', ');
const shortText = (name: string, rest = "not null default ''") => `${name} text ${rest} check (length(${name}) < 191)`;
const flag = (name: string, value: 0 | 1) =>
  `${name} integer not null default ${value} check (${name} between 0 and 1)`;
const refers = (column: string, table: string) => `foreign key (${column}) references ${table} (ID) on delete cascade`;

const permissions = [
  ...['AddDocuments', 'EditDocuments', 'DeleteDocuments', 'ImportDocuments', 'AddStatements', 'EditStatements'],
  ...['DeleteStatements', 'EditAttributes', 'EditRegex', 'EditStatementTypes', 'EditCoders', 'EditCoderRelations'],
  ...['ViewOthersDocuments', 'EditOthersDocuments', 'ViewOthersStatements', 'EditOthersStatements'],
];

const dataTable = (name: string, value: string) =>
  `create table ${name} (ID integer not null primary key, StatementId integer not null, VariableId integer not null, ${value}, ${refers('StatementId', 'STATEMENTS')}, ${refers('VariableId', 'VARIABLES')}, unique (StatementId, VariableId))`;

const tables = [
  'create table SETTINGS (Property text primary key, Value text not null)',
  `create table CODERS (ID integer not null primary key, ${shortText('Name', 'not null')}, ${colour},
    Refresh integer not null default 0 check (Refresh between 0 and 9999),
    FontSize integer not null default 14 check (FontSize between 1 and 99), ${shortText('Password', 'not null')},
    PopupWidth integer default 300 check (PopupWidth between 100 and 9999),
    ${flag('ColorByCoder', 0)}, ${flag('PopupDecoration', 0)}, ${flag('PopupAutoComplete', 1)},
    ${permissions.map((name) => flag(`Permission${name}`, 1)).join(', ')})`,
  `create table DOCUMENTS (ID integer not null primary key, ${shortText('Title', 'not null')}, Text text not null, Coder integer,
    ${shortText('Author')}, ${shortText('Source')}, ${shortText('Section')}, Notes text not null default '',
    ${shortText('Type')}, Date integer not null, ${refers('Coder', 'CODERS')})`,
  `create table STATEMENTTYPES (ID integer not null primary key, ${shortText('Label', 'not null')}, ${colour})`,
  `create table VARIABLES (ID integer not null primary key, ${shortText('Variable', 'not null')},
    DataType text not null default 'short text' check (DataType in ('boolean', 'integer', 'long text', 'short text')),
    StatementTypeId integer, ${refers('StatementTypeId', 'STATEMENTTYPES')}, unique (Variable, StatementTypeId))`,
  `create table VARIABLELINKS (ID integer not null primary key, SourceVariableId integer, TargetVariableId integer,
    check (TargetVariableId != SourceVariableId), ${refers('SourceVariableId', 'VARIABLES')}, ${refers('TargetVariableId', 'VARIABLES')})`,
  `create table REGEXES (Label text primary key check (length(Label) < 191), ${colour})`,
  `create table CODERRELATIONS (ID integer not null primary key, Coder integer check (Coder > 0),
    OtherCoder integer check (OtherCoder > 0), ${flag('viewStatements', 1)}, ${flag('editStatements', 1)},
    ${flag('viewDocuments', 1)}, ${flag('editDocuments', 1)}, check (Coder != OtherCoder),
    ${refers('Coder', 'CODERS')}, ${refers('OtherCoder', 'CODERS')})`,
  `create table STATEMENTS (ID integer not null primary key, StatementTypeId integer, DocumentId integer,
    Start integer not null check (Start >= 0), Stop integer not null check (Stop >= 0), Coder integer, check (Start < Stop),
    ${refers('StatementTypeId', 'STATEMENTTYPES')}, ${refers('Coder', 'CODERS')}, ${refers('DocumentId', 'DOCUMENTS')})`,
  dataTable('DATABOOLEAN', 'Value integer not null default 1'),
  dataTable('DATAINTEGER', 'Value integer not null default 0'),
  `create table ENTITIES (ID integer not null primary key, VariableId integer not null, ${shortText('Value')},
    Red integer check (Red between 0 and 255), Green integer check (Green between 0 and 255),
    Blue integer check (Blue between 0 and 255), ChildOf integer check (ChildOf > 0), unique (VariableId, Value),
    ${refers('ChildOf', 'ENTITIES')}, ${refers('VariableId', 'VARIABLES')})`,
  dataTable('DATASHORTTEXT', 'Entity integer not null references ENTITIES (ID) on delete cascade'),
  dataTable('DATALONGTEXT', "Value text default ''"),
  `create table ATTRIBUTEVARIABLES (ID integer not null primary key, VariableId integer not null,
    ${shortText('AttributeVariable', 'not null')}, unique (VariableId, AttributeVariable), ${refers('VariableId', 'VARIABLES')})`,
  `create table ATTRIBUTEVALUES (ID integer not null primary key, EntityId integer not null, AttributeVariableId integer not null,
    ${shortText('AttributeValue')}, unique (EntityId, AttributeVariableId),
    ${refers('EntityId', 'ENTITIES')}, ${refers('AttributeVariableId', 'ATTRIBUTEVARIABLES')})`,
];

const contents = [
  "insert into SETTINGS values ('version', '3.0.11'), ('date', '')",
  "insert into STATEMENTTYPES values (1, 'DNA Statement', 239, 208, 51)",
  `insert into VARIABLES values (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1),
    (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1)`,
  "insert into ATTRIBUTEVARIABLES (ID, VariableId, AttributeVariable) values (1, 1, 'Type'), (2, 2, 'Type'), (3, 3, 'Type')",
];

/** Statements that make an empty project with the program's own statement type. */
export const dnaSchema = [...tables, ...contents].join(';\n');
