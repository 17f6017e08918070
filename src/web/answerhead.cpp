#include "web/answerhead.h"

#include <QDateTime>
#include <QLocale>
#include <boost/beast/http/status.hpp>

namespace web {

static constexpr const char *hsts = "Strict-Transport-Security";

Headers standardHeaders()
{
    return {{"Content-Security-Policy", "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"},
            {"X-Content-Type-Options", "nosniff"},
            {"X-Frame-Options", "DENY"},
            {"Referrer-Policy", "same-origin"},
            {"Cross-Origin-Opener-Policy", "same-origin"},
            {"Cross-Origin-Resource-Policy", "same-origin"},
            {"Cache-Control", "no-store"},
            {hsts, "max-age=31536000"}};
}

bool hasBody(int status) { return status != 204 && status != 304; }

QByteArray headOf(const Response &response, const AnswerHead &how, const Options &options)
{
    const auto reason = boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(unsigned(response.status)));
    QByteArray text = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + QByteArray(reason.data(), qsizetype(reason.size())) + "\r\n";
    const auto say = [&](const QByteArray &name, const QByteArray &value) { text += name + ": " + value + "\r\n"; };
    say("Date", QLocale::c().toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1());
    for (const auto &[name, value] : response.headers())
        say(name, value);
    for (const auto &[name, value] : options.headers)
        if (!response.has(name) && (how.encrypted || name != hsts))
            say(name, value);
    if (hasBody(response.status))
        say("Content-Length", QByteArray::number(response.body.size() + response.padding));
    say("Connection", how.keepAlive ? "keep-alive" : "close");
    return text + "\r\n";
}

} // namespace web
