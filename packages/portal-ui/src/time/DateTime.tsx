import { useEffect, useState } from 'react';
import { usePortalLanguage } from '../language';
import { formatMoment, formatRelative } from './formatTime';

const RELATIVE_REFRESH_SECONDS = 30;

/** @public */
export type DateTimeProps = {
  /** ISO 8601. */
  value: string;
  /** Says how long ago; the exact time is in the tooltip. */
  relative?: boolean;
};

/**
 * A moment in the person's language and time zone.
 *
 * @public
 */
export function DateTime({ value, relative = false }: DateTimeProps) {
  const language = usePortalLanguage();
  const now = useNow(relative);
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) return <>{value}</>;
  const exact = formatMoment(moment, language);
  return (
    <time dateTime={value} title={exact}>
      {relative ? formatRelative(moment, now, language) : exact}
    </time>
  );
}

/** The time, moving on while something relative to it is shown. */
function useNow(isMoving: boolean): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setInterval(
      () => setNow(new Date()),
      RELATIVE_REFRESH_SECONDS * 1000,
    );
    return () => clearInterval(timer);
  }, [isMoving]);
  return now;
}
