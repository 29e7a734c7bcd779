import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Somebody who is only there to go. */
export const LEAVER = 'user:default/about-to-leave';

/** Somebody who has nothing but a custom role, which a tenant administrator gives when the world is prepared. */
export const CUSTOM_ROLE_HOLDER = 'user:default/custom-role-holder';

const ENTRY = `
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata:
  name: custom-role-holder
spec:
  profile:
    displayName: Holder of a custom role
  memberOf: []
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata:
  name: about-to-leave
spec:
  profile:
    displayName: About to leave
  memberOf: []
`;

/** A copy of the people of the catalog, with two more. */
export class PeopleFile {
  readonly path: string;

  constructor(private readonly original: string) {
    const folder = mkdtempSync(path.join(tmpdir(), 'caas-people-'));
    this.path = path.join(folder, 'people.yaml');
    writeFileSync(this.path, readFileSync(original, 'utf8').trimEnd() + ENTRY);
  }

  /** The person is no longer in the catalog. */
  removeLeaver(): void {
    copyFileSync(this.original, this.path);
  }

  forget(): void {
    rmSync(path.dirname(this.path), { recursive: true, force: true });
  }
}
