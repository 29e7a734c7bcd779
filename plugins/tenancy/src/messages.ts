/** The English texts. Each has its Chinese one in `zh-CN.ts`; the compiler and a test hold them together. */
export const messages = {
  /** Between the items of an enumeration. */
  separator: ', ',
  list: {
    title: 'Tenants',
    description: 'Departments and product groups that hold resources',
    empty: 'There are no tenants that you may see',
    emptyHelp:
      'Ask the administrator of your department’s tenant to add you to it.',
  },
  column: {
    tenant: 'Tenant',
    state: 'State',
    myRoles: 'My roles',
    namespaceCount: 'Namespaces',
    namespace: 'Namespace',
    pool: 'Pool',
    resources: 'CPU and memory',
    request: 'Request',
  },
  tenant: {
    state: { active: 'Active', suspended: 'Suspended', closed: 'Closed' },
  },
  namespace: {
    title: 'Namespaces',
    none: 'This tenant has no namespaces yet',
    noneHelp: 'A namespace is the tenant’s place on a cluster.',
    request: 'Show the request',
    state: { provisioning: 'Provisioning', ready: 'Ready', failed: 'Failed' },
  },
  facts: {
    title: 'Facts',
    code: 'Code',
    state: 'State',
    group: 'Group',
    contacts: 'Contacts',
    myRoles: 'My roles',
  },
  member: {
    title: 'Members',
    none: 'This tenant has no members',
    person: 'Person',
    role: 'Role',
  },
  pool: {
    title: 'Resource pools',
    name: '{{environment}} · {{cluster}}',
    cpu: 'CPU',
    memory: 'Memory',
    none: 'This tenant has no quotas',
    noneHelp: 'Ask a platform administrator to give the tenant a quota.',
  },
  action: {
    requests: 'Requests of this tenant',
    apply: 'Apply for a namespace',
    open: 'Open the tenant',
  },
  form: {
    required: 'Required',
    name: 'Name',
    nameHelp:
      'Lower case letters, digits and hyphens; it starts with a letter.',
    fullName: 'The namespace will be called',
    pool: 'Environment and cluster',
    poolHelp: 'The pools of the tenant, with what each has left.',
    choosePool: 'Choose a pool',
    left: 'Left: {{cpu}}, {{memory}}',
    exceeds:
      'This is more than the pool has left. An approval could not be carried out.',
    cluster: 'Cluster',
    environment: 'Environment',
    size: 'Size',
    sizes: {
      small: 'S: {{cpu}}, {{memory}}',
      medium: 'M: {{cpu}}, {{memory}}',
      large: 'L: {{cpu}}, {{memory}}',
      custom: 'Custom',
    },
    cpu: 'CPU',
    cpuHelp: 'Cores, such as 2 or 500m',
    memory: 'Memory',
    memoryHelp: 'With its unit, such as 4Gi',
  },
  problem: {
    nameMissing: 'Give the namespace a name',
    nameShort: 'A name has at least {{limit}} characters',
    nameLong: 'A name has at most {{limit}} characters',
    nameShape:
      'A name is made of lower case letters, digits and hyphens, starts with a letter and does not end with a hyphen',
    poolMissing: 'Choose an environment and a cluster',
    cpuShape:
      '‘{{text}}’ is not an amount of CPU: write cores, such as 2, 1.5 or 500m',
    cpuRange: '‘{{text}}’ is out of range: ask for 100m to {{limit}} cores',
    memoryShape:
      '‘{{text}}’ is not an amount of memory: write a number with its unit, such as 4Gi or 512Mi',
    memoryRange: '‘{{text}}’ is out of range: ask for 64Mi to 8Ti',
  },
} as const;
