import { coreComponentsTranslationRef } from '@backstage/core-components';
import { createTranslationResource } from '@backstage/frontend-plugin-api';
import { apiDocsTranslationRef } from '@backstage/plugin-api-docs';
import { catalogTranslationRef } from '@backstage/plugin-catalog';
import { catalogGraphTranslationRef } from '@backstage/plugin-catalog-graph';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react';
import { homeReactTranslationRef } from '@backstage/plugin-home-react';
import { notificationsTranslationRef } from '@backstage/plugin-notifications';
import { orgTranslationRef } from '@backstage/plugin-org';
import { scaffolderTranslationRef } from '@backstage/plugin-scaffolder';
import { scaffolderReactTranslationRef } from '@backstage/plugin-scaffolder-react';
import { searchTranslationRef } from '@backstage/plugin-search';
import { searchReactTranslationRef } from '@backstage/plugin-search-react';
import { techdocsTranslationRef } from '@backstage/plugin-techdocs/alpha';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings';

/**
 * Simplified Chinese for the stock plugins, which ship none.
 *
 * @remarks
 * Each set is complete: a message that an upgrade adds fails to compile until it is translated.
 *
 * Sets that most pages use share one chunk: a page in Chinese then costs one request of 25 KB rather than one for each
 * plugin. The messages of the Scaffolder are as many as all the rest together and wait until somebody creates something.
 */
export const stockTranslations = {
  'api-docs': createTranslationResource({
    ref: apiDocsTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import(/* webpackChunkName: "zh-CN" */ './apiDocs'))
          .apiDocsMessages,
      }),
    },
  }),
  catalog: createTranslationResource({
    ref: catalogTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import(/* webpackChunkName: "zh-CN" */ './catalog'))
          .catalogMessages,
      }),
    },
  }),
  'catalog-graph': createTranslationResource({
    ref: catalogGraphTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (
          await import(/* webpackChunkName: "zh-CN" */ './catalogGraph')
        ).catalogGraphMessages,
      }),
    },
  }),
  'catalog-react': createTranslationResource({
    ref: catalogReactTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (
          await import(/* webpackChunkName: "zh-CN" */ './catalogReact')
        ).catalogReactMessages,
      }),
    },
  }),
  'core-components': createTranslationResource({
    ref: coreComponentsTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (
          await import(/* webpackChunkName: "zh-CN" */ './coreComponents')
        ).coreComponentsMessages,
      }),
    },
  }),
  'home-react': createTranslationResource({
    ref: homeReactTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import(/* webpackChunkName: "zh-CN" */ './homeReact'))
          .homeReactMessages,
      }),
    },
  }),
  notifications: createTranslationResource({
    ref: notificationsTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (
          await import(/* webpackChunkName: "zh-CN" */ './notifications')
        ).notificationsMessages,
      }),
    },
  }),
  org: createTranslationResource({
    ref: orgTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import(/* webpackChunkName: "zh-CN" */ './org'))
          .orgMessages,
      }),
    },
  }),
  scaffolder: createTranslationResource({
    ref: scaffolderTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import('./scaffolder')).scaffolderMessages,
      }),
    },
  }),
  'scaffolder-react': createTranslationResource({
    ref: scaffolderReactTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import('./scaffolderReact')).scaffolderReactMessages,
      }),
    },
  }),
  search: createTranslationResource({
    ref: searchTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import(/* webpackChunkName: "zh-CN" */ './search'))
          .searchMessages,
      }),
    },
  }),
  'search-react': createTranslationResource({
    ref: searchReactTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import(/* webpackChunkName: "zh-CN" */ './searchReact'))
          .searchReactMessages,
      }),
    },
  }),
  techdocs: createTranslationResource({
    ref: techdocsTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (await import(/* webpackChunkName: "zh-CN" */ './techdocs'))
          .techdocsMessages,
      }),
    },
  }),
  'user-settings': createTranslationResource({
    ref: userSettingsTranslationRef,
    translations: {
      'zh-CN': async () => ({
        default: (
          await import(/* webpackChunkName: "zh-CN" */ './userSettings')
        ).userSettingsMessages,
      }),
    },
  }),
};
