import { Slapd } from './Slapd';

const person = (uid: string, name: string) => `
dn: uid=${uid},ou=people,${Slapd.BASE}
objectClass: inetOrgPerson
uid: ${uid}
cn: ${name}
sn: ${name.slice(0, 1)}
mail: ${uid}@insurer.example
`;

const group = (name: string, members: string[]) => `
dn: cn=${name},ou=groups,${Slapd.BASE}
objectClass: groupOfNames
cn: ${name}
${members.map(member => `member: ${member},${Slapd.BASE}`).join('\n')}
`;

const unit = (name: string) => `
dn: ou=${name},${Slapd.BASE}
objectClass: organizationalUnit
ou: ${name}
`;

/** Two people of an insurer, in two groups of which one is below the other. */
export const DIRECTORY = [
  `dn: ${Slapd.BASE}
objectClass: dcObject
objectClass: organization
dc: insurer
o: Insurer
`,
  unit('people'),
  unit('groups'),
  person('li-wei', '李伟'),
  person('wang-fang', '王芳'),
  group('life', ['cn=life-dev,ou=groups', 'uid=wang-fang,ou=people']),
  group('life-dev', ['uid=li-wei,ou=people', 'uid=wang-fang,ou=people']),
].join('');
