"""Starts a server that ends with the process that started it: launch.py (sydent|synapse) CONFIG"""

import os
import sys
import threading


def end_with_parent():
    # The other end of this pipe closes also when the parent is killed and can stop nothing any more.
    sys.stdin.buffer.read()
    os._exit(0)


server, config = sys.argv[1:]
threading.Thread(target=end_with_parent, daemon=True).start()

if server == "sydent":
    os.environ["SYDENT_CONF"] = config
    import sydent.sms.openmarket
    from sydent.sydent import main

    # There is no option for it.
    sydent.sms.openmarket.API_BASE_URL = os.environ["SMS_GATEWAY"]
else:
    sys.argv = ["synapse", "--config-path", config]
    from synapse.app.homeserver import main

main()
