/** @file The engines by name, and what a reader may ask for. */

export const ENGINE_CHOICES = ["auto", "simd", "webgl", "reference"] as const;
export type EngineChoice = (typeof ENGINE_CHOICES)[number];
export type EngineName = Exclude<EngineChoice, "auto">;

export const ENGINE_WORDS: Readonly<Record<EngineChoice, string>> = {
  auto: "fastest engine",
  simd: "SIMD",
  webgl: "WebGL",
  reference: "plain loops",
};
