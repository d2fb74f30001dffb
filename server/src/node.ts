/** Entry point of dist/server.js. */
import { serve } from './node-host';

serve();
