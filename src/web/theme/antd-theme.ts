import { type ThemeConfig, theme } from 'antd'

const shape: ThemeConfig['token'] = {
  fontFamily: 'var(--font)',
  fontSize: 13,
  fontSizeSM: 12,
  controlHeight: 30,
  controlHeightSM: 26,
  borderRadius: 6,
  borderRadiusLG: 8,
  motionDurationFast: '0.08s',
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.12s',
  wireframe: false,
}

// The colours of tokens.css again: the kit computes shades from them, so it needs values, not variables.
const light: ThemeConfig['token'] = {
  colorPrimary: '#3457d5',
  colorPrimaryHover: '#2846b8',
  colorPrimaryActive: '#213b9c',
  colorLink: '#3457d5',
  colorLinkHover: '#2846b8',
  colorLinkActive: '#213b9c',
  colorError: '#c4314b',
  colorErrorHover: '#a8283f',
  colorErrorActive: '#8f2035',
  colorText: '#17171c',
  colorTextSecondary: '#4d4d57',
  colorTextTertiary: '#6d6d78',
  colorTextQuaternary: '#8b8b96',
  colorTextDescription: '#6d6d78',
  colorTextPlaceholder: '#6d6d78',
  colorBgLayout: '#f7f7f8',
  colorBgContainer: '#ffffff',
  colorBgElevated: '#ffffff',
  colorBorder: '#dcdce2',
  colorBorderSecondary: '#e8e8ec',
  controlItemBgActive: '#eef2ff',
  controlItemBgActiveHover: '#e4eaff',
  colorBgMask: 'rgb(23 23 28 / 0.3)',
  boxShadowSecondary: 'var(--shadow)',
  boxShadow: 'var(--shadow)',
}

const dark: ThemeConfig['token'] = {
  ...light,
  colorPrimary: '#7f9bff',
  colorPrimaryHover: '#9ab0ff',
  colorPrimaryActive: '#6d8cff',
  colorLink: '#7f9bff',
  colorLinkHover: '#9ab0ff',
  colorLinkActive: '#6d8cff',
  colorError: '#ff7d8f',
  colorErrorHover: '#ff9fa9',
  colorErrorActive: '#ff8d9d',
  colorText: '#ededf0',
  colorTextSecondary: '#b4b4be',
  colorTextTertiary: '#93939f',
  colorTextQuaternary: '#7d7d89',
  colorTextDescription: '#93939f',
  colorTextPlaceholder: '#93939f',
  colorTextLightSolid: '#10142a',
  colorBgLayout: '#0f1012',
  colorBgContainer: '#151619',
  colorBgElevated: '#1c1d21',
  colorBgSpotlight: '#ededf0',
  colorBorder: '#34363d',
  colorBorderSecondary: '#26272c',
  controlItemBgActive: '#1b2340',
  controlItemBgActiveHover: '#202a4d',
  colorBgMask: 'rgb(0 0 0 / 0.5)',
}

/** Shades are computed, what was given stays: the kit's dark rules would dim it. */
const asGiven: typeof theme.defaultAlgorithm = (seed, shades = theme.defaultAlgorithm(seed)) => {
  const { colorPrimary, colorLink, colorError } = seed
  return { ...shades, colorPrimary, colorLink, colorError }
}

/** `accent`: the colour, under the pointer, pressed, and the ground of what is chosen, by spaces. */
function accented(accent: string): ThemeConfig['token'] {
  const [colour, hover, active, soft] = accent.split(' ')
  return {
    colorPrimary: colour,
    colorPrimaryHover: hover,
    colorPrimaryActive: active,
    colorLink: colour,
    colorLinkHover: hover,
    colorLinkActive: active,
    controlItemBgActive: soft,
    controlItemBgActiveHover: soft,
  }
}

/** The kit's theme on the page's tokens; component rules come from static CSS, only variables are set while running. */
export function antdTheme(mode: 'light' | 'dark', accent = ''): ThemeConfig {
  return {
    zeroRuntime: true,
    hashed: false,
    cssVar: { key: 'css-var-root' },
    algorithm: mode === 'dark' ? [theme.darkAlgorithm, asGiven] : theme.defaultAlgorithm,
    token: { ...shape, ...(mode === 'dark' ? dark : light), ...(accent && accented(accent)) },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Form: {
        itemMarginBottom: 16,
        verticalLabelPadding: '0 0 4px',
        labelColor: mode === 'dark' ? '#b4b4be' : '#4d4d57',
      },
      Drawer: { paddingLG: 20 },
    },
  }
}
