package io.muster.api.service.event;

import io.muster.api.service.web.ProblemException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Keeps webhooks from reaching what only this machine can reach. Asked when a webhook is made and before each call, as names
 * may come to mean other addresses; Java keeps what a name means for longer than a call takes to start.
 */
@Component
class TargetGuard {
    private final WebhookSettings settings;

    TargetGuard(WebhookSettings settings) {
        this.settings = settings;
    }

    /**
     * Checks where a webhook goes.
     *
     * @param url the address
     * @return the address
     * @throws ProblemException 400 when it may not be called
     */
    URI check(String url) {
        URI uri = parse(url);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (host.isEmpty()
                || uri.getUserInfo() != null
                || uri.getFragment() != null
                || !(scheme.equals("https") || scheme.equals("http"))) {
            throw refused("it must be an https address with a host, and without user and fragment");
        }
        if (settings.isAllowed(host)) {
            return uri;
        }
        if (!scheme.equals("https")) {
            throw refused("it must be https; an administrator can allow a host by muster.webhooks.allowed-hosts");
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (isOwn(address)) {
                    throw refused("its host is this machine or its own network link; an administrator can allow it by"
                            + " muster.webhooks.allowed-hosts");
                }
            }
        } catch (UnknownHostException e) {
            throw refused("nobody knows its host");
        }
        return uri;
    }

    private static boolean isOwn(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress();
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw refused("it is no address");
        }
    }

    private static ProblemException refused(String why) {
        return ProblemException.bad("webhook-url-refused", "This url cannot be called: " + why + ".");
    }
}
