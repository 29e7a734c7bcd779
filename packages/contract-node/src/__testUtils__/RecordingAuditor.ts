import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

type Ending = { outcome: string; error?: string; meta?: JsonObject };
type Recorded = { event: string; severity?: string; endings: Ending[] };

/** Remembers every audit event, and every time that one was closed. */
export class RecordingAuditor implements AuditorService {
  readonly events: Recorded[] = [];
  private waiting: (() => void)[] = [];

  async createEvent(options: AuditorServiceCreateEventOptions) {
    const endings: Ending[] = [];
    this.events.push({
      event: options.eventId,
      severity: options.severityLevel,
      endings,
    });
    const end = (ending: Ending) => {
      endings.push(ending);
      this.waiting.splice(0).forEach(resolve => resolve());
    };
    return {
      success: async (params?: { meta?: JsonObject }) =>
        end({ outcome: 'succeeded', meta: params?.meta }),
      fail: async (params: { meta?: JsonObject; error: Error }) =>
        end({
          outcome: 'failed',
          error: params.error.message,
          meta: params.meta,
        }),
    };
  }

  /** Resolves when the next event is closed. */
  nextEnding(): Promise<void> {
    return new Promise(resolve => {
      this.waiting.push(resolve);
    });
  }
}
