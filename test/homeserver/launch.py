"""Starts a server that ends with the process that started it: launch.py (sydent|synapse) CONFIG

Every line on its standard input is a number of seconds: its clock is so far ahead from then on. RESET_BY_PHONE in the
environment patches Synapse.
"""

import os
import sys
import threading
import time

system_time, system_gmtime = time.time, time.gmtime
ahead = 0.0


def listen_to_parent():
    global ahead
    for line in sys.stdin:
        ahead = float(line)
    # The other end of this pipe closes also when the parent is killed and can stop nothing any more.
    os._exit(0)


server, config = sys.argv[1:]
threading.Thread(target=listen_to_parent, daemon=True).start()

# Before anything is imported that keeps the functions themselves. The second one makes the Date header, which tells
# the parent that the clock is set.
time.time = lambda: system_time() + ahead
time.gmtime = lambda seconds=None: system_gmtime(time.time() if seconds is None else seconds)

if server == "sydent":
    os.environ["SYDENT_CONF"] = config
    import sydent.sms.openmarket
    from sydent.sydent import main

    # There is no option for it.
    sydent.sms.openmarket.API_BASE_URL = os.environ["SMS_GATEWAY"]
else:
    sys.argv = ["synapse", "--config-path", config]
    if "RESET_BY_PHONE" in os.environ:
        import reset_by_phone

        reset_by_phone.apply()
    from synapse.app.homeserver import main

main()
