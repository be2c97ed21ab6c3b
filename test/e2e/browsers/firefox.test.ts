import { launchFirefox } from './firefox.ts';
import { testSharedBehaviour } from './shared-behaviour.ts';

testSharedBehaviour('firefox', launchFirefox);
