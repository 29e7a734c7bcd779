import { demoContract } from './__testUtils__/demo';
import { renderAccessMatrix, renderAuditEvents } from './index';

const GENERATED =
  'This page is generated from the contracts by `yarn docs:generate`; change a contract, not this page.';

describe('the generated pages', () => {
  it('list who may call each operation of each plugin', () => {
    expect(renderAccessMatrix({ demo: demoContract })).toBe(`# Access matrix

${GENERATED}

## demo

| operation | method | path | who may call | what it does |
| --- | --- | --- | --- | --- |
| \`open\` | GET | \`/api/demo/open\` | everybody: it says nothing | Open to everybody |
| \`things.get\` | GET | \`/api/demo/things/{id}\` | everybody who is signed in | Show a thing \\| or two |
| \`things.list\` | GET | \`/api/demo/things\` | permission \`demo.thing.read\` | List things |
| \`things.update\` | PUT | \`/api/demo/things/{id}\` | permission \`demo.thing.update\` | Change a thing |
| \`report\` | POST | \`/api/demo/reports\` | permission \`demo.report.create\` | Make a report |
| \`reconcile\` | POST | \`/api/demo/reconcile\` | other backends | For other backends |
`);
  });

  it('list every audit event', () => {
    expect(renderAuditEvents({ demo: demoContract })).toBe(`# Audit events

${GENERATED}

## demo

| event | severity | operation | recorded when somebody tries to |
| --- | --- | --- | --- |
| \`thing-update\` | high | \`things.update\` | Change a thing |
| \`report-create\` | medium | \`report\` | Make a report |
| \`reconcile\` | low | \`reconcile\` | For other backends |
`);
  });

  it('say so where a plugin has no audit event', () => {
    const { open } = demoContract;
    expect(renderAuditEvents({ reader: { open } })).toContain(
      '## reader\n\nNone: it changes nothing.\n',
    );
  });
});
