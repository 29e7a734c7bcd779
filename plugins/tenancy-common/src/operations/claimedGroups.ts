import { operation } from '@caas/contract';
import { z } from 'zod';
import { claimedGroups as groups, userRef } from '../schemas';

/** The groups that people's sign-ins claim. */
export const claimedGroups = {
  record: operation({
    method: 'PUT',
    path: '/claimed-groups',
    summary:
      "Take down the groups that a person's sign-in claims, in the place of those taken down before",
    access: { kind: 'service' },
    audit: { event: 'claimed-groups-record', severity: 'medium' },
  })
    .input(z.object({ user: userRef, groups }))
    .output(z.object({ groups: z.array(z.string()) })),
};
