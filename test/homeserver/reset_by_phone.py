"""The patch of the "Synapse with a patch": lets a verified phone number reset a password, which Synapse does not offer.

It adds the requestToken call that is missing and one flow. The user-interactive auth, the delegate's proof, the
hashing and the signing out of devices are Synapse's own.
"""

from synapse.api.constants import LoginType
from synapse.api.errors import Codes, SynapseError
from synapse.http.servlet import parse_and_validate_json_object_from_request
from synapse.rest.client import account


class PhoneCounts:
    """Synapse's auth handler, for which a verified phone number is as good as a verified email address."""

    def __init__(self, handler):
        self._handler = handler

    def __getattr__(self, name):
        return getattr(self._handler, name)

    async def check_ui_auth(self, flows, *rest):
        done, params, session = await self._handler.check_ui_auth([*flows, [LoginType.MSISDN]], *rest)
        # The servlet looks for the account of a proof under this name, and reads the medium from the proof itself.
        proof = done.get(LoginType.EMAIL_IDENTITY) or done.get(LoginType.MSISDN)
        return {**done, LoginType.EMAIL_IDENTITY: proof}, params, session


class TextResetCode(account.MsisdnThreepidRequestTokenRestServlet):
    """Texts a number that an account has; the call that it inherits from texts the others."""

    PATTERNS = account.client_patterns("/account/password/msisdn/requestToken$")

    async def on_POST(self, request):
        body = parse_and_validate_json_object_from_request(request, account.MsisdnRequestTokenBody)
        msisdn = account.phone_number_to_msisdn(body.country, body.phone_number)
        await self.identity_handler.ratelimit_request_token_requests(request, "msisdn", msisdn)
        if await self.store.get_user_id_by_threepid("msisdn", msisdn) is None:
            raise SynapseError(400, "Phone number not found", Codes.THREEPID_NOT_FOUND)
        sent = await self.identity_handler.requestMsisdnToken(
            self.hs.config.registration.account_threepid_delegate_msisdn,
            body.country,
            body.phone_number,
            body.client_secret,
            body.send_attempt,
            body.next_link,
        )
        return 200, sent


class ResetByPhone(account.PasswordRestServlet):
    def __init__(self, hs):
        super().__init__(hs)
        self.auth_handler = PhoneCounts(self.auth_handler)

    def register(self, http_server):
        super().register(http_server)
        TextResetCode(self.hs).register(http_server)


def apply():
    account.PasswordRestServlet = ResetByPhone
