import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the workbench. */
export const homeTranslationRef = createTranslationRef({
  id: 'app.home',
  messages: {
    greeting: 'Hello, {{name}}',
    subtitle: 'What waits for you, and what is on its way.',
    all: 'All',
    allCount: 'All ({{total}})',
    search: {
      label: 'Search the portal',
      placeholder: 'Services, APIs, documents, people',
      submit: 'Find',
    },
    actions: {
      title: 'Quick actions',
      createService: 'Create a service',
      requestNamespace: 'Apply for a namespace',
      findApi: 'Find an API',
      readDocs: 'Read the docs',
    },
    glance: {
      title: 'At a glance',
      toDecide: 'Waiting for me',
      mine: 'Asked by me',
      entities: 'Owned by me',
      namespaces: 'Namespaces',
    },
    toDecide: {
      title: 'Waiting for my decision',
      empty: 'Nothing waits for your decision',
      emptyHelp: 'New requests appear here as they arrive.',
      due: 'Due',
      overdue: 'Overdue since',
    },
    mine: {
      title: 'My requests',
      empty: 'You have not asked for anything yet',
      emptyHelp: 'Apply for a namespace, and follow it here.',
      emptyAction: 'Apply now',
    },
    tenants: {
      title: "My tenants' use",
      empty: 'You do not belong to a tenant yet',
      emptyHelp:
        'Ask the administrator of your tenant to add you, or the platform administrators.',
      namespaces_one: '{{count}} namespace',
      namespaces_other: '{{count}} namespaces',
      more_one: 'and {{count}} more tenant',
      more_other: 'and {{count}} more tenants',
    },
    leases: {
      title: 'Leases that end soon',
      empty: 'No lease ends in the next two weeks',
      emptyHelp: 'Namespaces outside of production have an end.',
      emptyAction: 'Look at my tenants',
      ends: 'Ends',
      ended: 'Ended',
      renew: 'Renew',
      renewOf: 'Renew the lease of {{name}}',
      more_one: 'and {{count}} more',
      more_other: 'and {{count}} more',
    },
    entities: {
      title: 'My services and more',
      empty: 'Nothing belongs to you or your groups yet',
      emptyHelp:
        'Create a service from a template, or have your group named as the owner of one.',
      denied:
        'Ask the platform administrators for the role that reads the catalog.',
    },
    starred: {
      title: 'Starred',
      empty: 'You have not starred anything yet',
      emptyHelp: 'The star at the head of a page keeps it here.',
      emptyAction: 'Find something to star',
    },
    visits: {
      title: 'Recently visited',
      empty: 'You have not looked at anything yet',
      emptyHelp:
        'Services, documents, requests and tenants that you look at stand here.',
      emptyAction: 'Look around',
    },
    kind: {
      component: 'Component',
      api: 'API',
      system: 'System',
      domain: 'Domain',
      resource: 'Resource',
      template: 'Template',
      group: 'Group',
      user: 'Person',
      docs: 'Document',
      request: 'Request',
      tenant: 'Tenant',
    },
    type: {
      service: 'service',
      website: 'website',
      library: 'library',
      openapi: 'OpenAPI',
      database: 'database',
      cache: 'cache',
      'message-queue': 'message queue',
      'object-storage': 'object storage',
      'kubernetes-namespace': 'namespace',
    },
    lifecycle: {
      production: 'In production',
      experimental: 'Experimental',
      deprecated: 'Deprecated',
    },
  },
  translations: {
    'zh-CN': async () => ({
      default: (await import(/* webpackChunkName: "zh-CN" */ './zh-CN'))
        .default,
    }),
  },
});
