import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import App from './App';

const config = {
  app: {
    title: '容器云门户 CaaS Portal',
    baseUrl: 'http://localhost:3000',
    extensions: [
      {
        'api:app/app-language': {
          config: {
            defaultLanguage: 'zh-CN',
            availableLanguages: ['zh-CN', 'en'],
          },
        },
      },
    ],
    personas: [
      {
        userRef: 'user:default/li-wei',
        name: '李伟',
        nameEn: 'Li Wei',
        role: '开发者',
        roleEn: 'Developer',
        tenant: '寿险',
        tenantEn: 'Life insurance',
      },
    ],
  },
  backend: { baseUrl: 'http://localhost:7007' },
};

describe('App', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    process.env = {
      NODE_ENV: 'test',
      // The config loader of the app reads an array here, which the type of the environment does not know.
      APP_CONFIG: [{ data: config, context: 'test' }] as never,
    };
  });

  it('opens on the sign-in page in Chinese, and switches to English', async () => {
    render(App.createRoot());
    expect(
      await screen.findByRole('button', { name: /李伟 开发者 · 寿险/ }),
    ).toBeInTheDocument();
    expect(document.documentElement).toHaveAttribute('lang', 'zh-CN');

    await userEvent.click(screen.getByRole('radio', { name: 'English' }));
    expect(
      await screen.findByRole('button', {
        name: /Li Wei Developer · Life insurance/,
      }),
    ).toBeInTheDocument();
    expect(document.documentElement).toHaveAttribute('lang', 'en');
  });
});
