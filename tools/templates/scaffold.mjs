// Runs a template's steps in the real Scaffolder backend, as a dry run, and gives the files that they make.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolder from '@backstage/plugin-scaffolder-backend';
import gitea from '@backstage/plugin-scaffolder-backend-module-gitea';
import { parse } from 'yaml';

const configuration = {
  integrations: {
    gitea: [{ host: 'localhost:7450', baseUrl: 'http://localhost:7450' }],
  },
  scaffolder: {
    defaultEnvironment: {
      parameters: { imageRegistry: 'harbor.example.com' },
    },
  },
};

/** Starts the Scaffolder in this process, for as long as the process lives. */
export async function startScaffolder() {
  const { server } = await startTestBackend({
    features: [
      scaffolder,
      gitea,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({ data: configuration }),
      mockServices.rootLogger.factory({ level: 'none' }),
    ],
  });
  const url = `http://localhost:${server.port()}/api/scaffolder/v2/dry-run`;
  return {
    /** What the template makes of these answers: files as path → text, and what each step was given. */
    async render(folder, values) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          template: readTemplate(folder),
          values,
          directoryContents: readFolder(folder),
        }),
      });
      const text = await response.text();
      if (!response.ok) {
        throw new Error(`the Scaffolder answers ${response.status}: ${text}`);
      }
      const { log, directoryContents } = JSON.parse(text);
      return {
        log: log.map(line => line.body.message).join('\n'),
        files: new Map(
          directoryContents.map(file => [
            file.path,
            Buffer.from(file.base64Content, 'base64').toString('utf8'),
          ]),
        ),
      };
    },
  };
}

/** The template entity of a template's folder. */
export function readTemplate(folder) {
  return parse(readFileSync(path.join(folder, 'template.yaml'), 'utf8'));
}

/** Every file of a folder, with its path from there. */
export function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(folder, path.join(entry.parentPath, entry.name)),
    );
}

function readFolder(folder) {
  return listFiles(folder).map(file => ({
    path: file,
    base64Content: readFileSync(path.join(folder, file)).toString('base64'),
  }));
}
