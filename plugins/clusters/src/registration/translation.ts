import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of registering clusters. */
export const registrationTranslationRef = createTranslationRef({
  id: 'plugin.clusters.registration',
  messages: {
    action: {
      register: 'Register a cluster',
      edit: 'Change',
      remove: 'Remove',
      test: 'Test the connection',
      save: 'Save',
      cancel: 'Cancel',
    },
    page: {
      register: 'Register a cluster',
      registerHelp:
        'The connection is tested before anything is saved. The token is sealed, and shown to nobody again.',
      edit: 'Change the cluster {{name}}',
      denied: 'Clusters are registered by platform administrators. Ask them.',
    },
    part: { what: 'What it is', connection: 'How it is reached' },
    field: {
      required: 'Required',
      name: 'Name',
      nameHelp:
        'Lower case letters, digits and hyphens. It is stored with everything that is put there, and never changes.',
      title: 'Chinese title',
      titleEn: 'English title',
      environments: 'Environments',
      region: 'Region',
      regionHelp: 'Where it stands, such as a city.',
      url: 'Address of the API server',
      urlHelp: 'Only https, such as https://10.0.0.1:6443.',
      ca: 'Certificate authority',
      caHelp:
        'In PEM. Without it, those count that the machine of the portal trusts.',
      token: 'Token of the service account',
      tokenHelp:
        'docs/runbooks/registered-clusters.md says which rights the account needs.',
      tokenKept: 'Leave it empty to keep the token that is stored.',
    },
    problem: {
      name: 'Write lower case letters, digits and hyphens, at most 63 characters.',
      title: 'Write a title of at most 100 characters.',
      titleEn: 'Write a title of at most 100 characters.',
      environments: 'Choose at least one environment.',
      region: 'Write at most 63 characters.',
      url: 'Write the address of the API server, such as https://10.0.0.1:6443.',
      ca: 'Write the certificate in PEM: it begins with -----BEGIN CERTIFICATE-----.',
      token: 'Write the token: one word, without spaces.',
      tokenOfAddress:
        'The stored token is for another address. Write the token again.',
    },
    test: {
      first: 'Test the connection as it stands here before you save.',
      failed: 'The connection could not be tested',
      usable: 'The connection works',
      usableWithGaps_one:
        'The connection works; {{count}} right is missing, and with it a part of what the portal shows or does',
      usableWithGaps_other:
        'The connection works; {{count}} rights are missing, and with them parts of what the portal shows or does',
      unusable: 'The connection cannot be used',
      allRights: 'Every right that the portal needs is there.',
      checks: 'What was tested',
    },
    check: {
      address: 'Address',
      connection: 'Connection',
      certificate: 'Certificate',
      token: 'Token',
      version: 'Version',
      right: 'Right',
    },
    use: {
      views: 'to see',
      'apply-sets': 'to put what tenants need',
      actions: 'to act on what runs',
    },
    status: { ok: 'In order', missing: 'Missing', failed: 'Failed' },
    save: {
      failed: 'Nothing was saved',
      done: 'The cluster {{name}} is saved.',
    },
    remove: {
      title: 'Remove the cluster {{name}}?',
      question:
        'The portal forgets its token and shows it no more. What stands on the cluster stays there.',
      leave:
        'Remove it although apply sets stand there: they stall until it is registered again.',
      failed: 'It was not removed',
      keep: 'Keep it',
      confirm: 'Remove it',
      done: 'The cluster {{name}} is removed.',
    },
  },
  translations: {
    'zh-CN': async () => ({ default: (await import('./zh-CN')).default }),
  },
});
