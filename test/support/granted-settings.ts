// Prints what infra/ gives to the users of each part of the platform, as JSON: the settings by part.
import { parts } from "../../infra/deployment.ts";
import { deploy, emptyBundles, settingsOf } from "./deployed.ts";

const { app, deployment } = deploy(emptyBundles());
const granted = parts.map((part) => [part, settingsOf(app, deployment.grantOf(part).environment)]);
console.log(JSON.stringify(Object.fromEntries(granted)));
