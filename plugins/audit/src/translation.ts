import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the audit page. */
export const auditTranslationRef = createTranslationRef({
  id: 'plugin.audit',
  messages: {
    page: {
      title: 'Audit',
      description: 'Who did what, when, from where, and how it ended.',
      empty: 'No audit events',
      emptyHelp: 'Nothing was recorded that matches these filters.',
      deniedHelp:
        'Only auditors and platform administrators read the audit trail. Ask the platform administrators for the role of auditor.',
    },
    column: {
      time: 'Time',
      who: 'Who',
      what: 'What',
      outcome: 'Outcome',
      severity: 'Severity',
      from: 'From',
      details: 'Details',
    },
    outcome: {
      started: 'Started',
      succeeded: 'Succeeded',
      failed: 'Failed',
    },
    severity: {
      low: 'Low',
      medium: 'Medium',
      high: 'High',
      critical: 'Critical',
    },
    system: 'System',
    filter: {
      label: 'Filters',
      actor: 'Who',
      actorExample: 'user:default/li-wei',
      plugin: 'Plugin',
      pluginExample: 'tenancy',
      event: 'Event',
      eventExample: 'request-submit',
      tenant: 'Tenant',
      tenantExample: 'life',
      outcome: 'Outcome',
      severity: 'Severity',
      any: 'Any',
      apply: 'Filter',
      clear: 'Clear',
      active: 'Filters in force',
      activeOne: '{{name}}: {{value}}',
      remove: 'Remove the filter {{name}}',
    },
    details: {
      open: 'Details of {{event}}',
      id: 'Number',
      request: 'Request',
      userAgent: 'Browser',
      started: 'Started',
      finished: 'Finished',
      error: 'Why it failed',
      facts: 'What was noted',
      noFacts: 'Nothing was noted',
      close: 'Close',
    },
  },
  translations: {
    'zh-CN': async () => ({ default: (await import('./zh-CN')).default }),
  },
});
