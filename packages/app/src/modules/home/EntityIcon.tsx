import { type ReactElement } from 'react';
import {
  RiBookOpenLine,
  RiBox3Line,
  RiCommandLine,
  RiDatabase2Line,
  RiFileList3Line,
  RiLayoutMasonryLine,
  RiNodeTree,
  RiPlugLine,
  RiTeamLine,
  RiUserLine,
} from '@remixicon/react';
import styles from './HomePage.module.css';

const ICONS: Record<string, ReactElement> = {
  component: <RiBox3Line size={18} />,
  api: <RiPlugLine size={18} />,
  system: <RiNodeTree size={18} />,
  domain: <RiLayoutMasonryLine size={18} />,
  resource: <RiDatabase2Line size={18} />,
  template: <RiCommandLine size={18} />,
  group: <RiTeamLine size={18} />,
  tenant: <RiTeamLine size={18} />,
  user: <RiUserLine size={18} />,
  docs: <RiBookOpenLine size={18} />,
  request: <RiFileList3Line size={18} />,
};

/** A picture of the kind of a thing; its word stands beside it. */
export function EntityIcon({ kind }: { kind: string }) {
  return (
    <span className={styles.picture} data-kind={kind} aria-hidden="true">
      {ICONS[kind] ?? ICONS.component}
    </span>
  );
}
