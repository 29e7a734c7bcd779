#!/usr/bin/env node
// Runs the sandbox from its TypeScript sources, the way backstage-cli runs a backend.
require('@backstage/cli/config/nodeTransform.cjs');
require('../src/main.ts');
