#include "channels/http.h"

#include <QCoreApplication>
#include <QUrl>
#include <chrono>
#include <curl/curl.h>
#include <mutex>

namespace channels {
namespace {

using Clock = std::chrono::steady_clock;

constexpr qint64 largestHead = 256 * 1024; ///< of all header lines of one answer together
constexpr int mostRedirects = 3;
constexpr int longestConnectSeconds = 15;
constexpr int beat = 50; ///< milliseconds between two looks at `cancelled`

QString tr(const char *text) { return QCoreApplication::translate("Http", text); }

struct ListDeleter {
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, ListDeleter>;

struct UrlDeleter {
    void operator()(CURLU *url) const { curl_url_cleanup(url); }
};
using UrlPtr = std::unique_ptr<CURLU, UrlDeleter>;

QByteArray partOf(CURLU *url, CURLUPart part)
{
    char *text = nullptr;
    if (curl_url_get(url, part, &text, CURLU_DEFAULT_PORT) != CURLUE_OK)
        return {};
    const QByteArray result(text);
    curl_free(text);
    return result;
}

struct Address {
    QByteArray scheme;
    QByteArray host;
    QByteArray port;
    bool hasUser = false;

    static Address of(const QByteArray &text)
    {
        const UrlPtr url(curl_url());
        if (curl_url_set(url.get(), CURLUPART_URL, text.constData(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
            return {};
        return {partOf(url.get(), CURLUPART_SCHEME).toLower(), partOf(url.get(), CURLUPART_HOST).toLower(), partOf(url.get(), CURLUPART_PORT),
                !partOf(url.get(), CURLUPART_USER).isEmpty() || !partOf(url.get(), CURLUPART_PASSWORD).isEmpty()};
    }
    bool isWeb() const { return (scheme == "http" || scheme == "https") && !host.isEmpty() && !hasUser; }
    /// The same server, or its encrypted twin.
    bool leadsTo(const Address &next) const
    {
        const bool upgrade = scheme == "http" && next.scheme == "https" && port == "80" && next.port == "443";
        return next.isWeb() && host == next.host && ((scheme == next.scheme && port == next.port) || upgrade);
    }
};

/// One call on the way: what is asked, and what has come back so far.
struct Exchange {
    const Request &request;
    QByteArray url;
    Clock::time_point deadline;
    Response response;
    qint64 headBytes = 0;
    bool tooLarge = false;

    bool isRead() const { return request.method == "GET" || request.method == "HEAD"; }
    qint64 remainingMs() const { return std::max<qint64>(0, std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count()); }
};

size_t takeBody(char *bytes, size_t, size_t count, void *user)
{
    auto &exchange = *static_cast<Exchange *>(user);
    if (exchange.response.body.size() + qint64(count) > exchange.request.largestAnswer) {
        exchange.tooLarge = true;
        return 0;
    }
    exchange.response.body.append(bytes, qsizetype(count));
    return count;
}

size_t takeHeader(char *bytes, size_t, size_t count, void *user)
{
    auto &exchange = *static_cast<Exchange *>(user);
    exchange.headBytes += qint64(count);
    if (exchange.headBytes > largestHead) {
        exchange.tooLarge = true;
        return 0;
    }
    const QByteArray line = QByteArray(bytes, qsizetype(count)).trimmed();
    if (line.startsWith("HTTP/")) { // after "100 Continue" comes another head
        exchange.response.headers.clear();
        exchange.response.status = line.mid(line.indexOf(' ') + 1, 3).toInt();
    } else if (const auto colon = line.indexOf(':'); colon > 0) {
        exchange.response.headers.emplace_back(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    return count;
}

bool hasControls(const QByteArray &text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return uchar(c) < 0x20 || uchar(c) == 0x7f; });
}

HeaderList headersOf(const Request &request)
{
    QByteArrayList lines;
    if (!request.body.isEmpty())
        lines.append("Content-Type: " + request.contentType);
    for (const auto &[name, value] : request.headers)
        lines.append(name + ": " + value);
    lines.append("Expect:"); // no waiting for "100 Continue"
    curl_slist *list = nullptr;
    for (const QByteArray &line : lines) {
        if (hasControls(line))
            throw Failure(Failure::Kind::Rejected, tr("A header of the request contains a line break."));
        list = curl_slist_append(list, line.constData());
    }
    return HeaderList(list);
}

void setMethod(CURL *easy, const Request &request)
{
    if (request.method == "HEAD") {
        curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
        return;
    }
    if (!request.body.isEmpty() || request.method == "POST" || request.method == "PUT" || request.method == "PATCH") {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.constData());
    }
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.constData());
}

void setLimits(CURL *easy, const Exchange &exchange)
{
    const qint64 remaining = std::max<qint64>(1, exchange.remainingMs());
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, long(remaining));
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, long(std::min<qint64>(remaining, longestConnectSeconds * 1000)));
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(exchange.request.largestAnswer));
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // do not wait for a name server after a cancel
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip");
    // libcurl silently repeats a request whose kept connection turns out to be closed: harmless for a GET, a second order for a POST.
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, exchange.isRead() ? 0L : 1L);
}

void setTrust(CURL *easy, const QByteArray &trustFile)
{
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    if (trustFile.isEmpty())
        return;
    curl_easy_setopt(easy, CURLOPT_CAINFO, trustFile.constData());
    curl_easy_setopt(easy, CURLOPT_CAPATH, static_cast<const char *>(nullptr));
}

bool isCertificateTrouble(CURLcode code)
{
    return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE || code == CURLE_SSL_ISSUER_ERROR
           || code == CURLE_SSL_INVALIDCERTSTATUS;
}

/// What an exchange without a complete answer means: the one question is whether the request may have been carried out.
Failure failureOf(CURLcode code, const Exchange &exchange, bool sent, const QString &detail)
{
    const QString host = QString::fromUtf8(Address::of(exchange.url).host);
    const int status = exchange.response.status;
    if (code == CURLE_URL_MALFORMAT || code == CURLE_UNSUPPORTED_PROTOCOL)
        return {Failure::Kind::Rejected, tr("This is not an address of a web shop.")};
    if (exchange.tooLarge || code == CURLE_FILESIZE_EXCEEDED)
        return {exchange.isRead() ? Failure::Kind::Broken : Failure::Kind::Unknown, tr("%1 sent a larger answer than allowed.").arg(host), status, -1,
                QStringLiteral("too_large")};
    if (isCertificateTrouble(code))
        return {Failure::Kind::Unreachable, tr("The certificate of %1 is not trusted: %2").arg(host, detail), 0, -1, QStringLiteral("certificate")};
    if (!sent || (exchange.isRead() && status == 0))
        return {Failure::Kind::Unreachable, tr("%1 could not be reached: %2").arg(host, detail)};
    if (exchange.isRead())
        return {Failure::Kind::Broken, tr("The answer of %1 broke off: %2").arg(host, detail), status};
    return {Failure::Kind::Unknown, tr("The answer of %1 was lost, it may have done what was asked: %2").arg(host, detail), status};
}

} // namespace

struct NetworkHttp::Line {
    CURL *easy = nullptr;
    CURLM *multi = nullptr;
    char detail[CURL_ERROR_SIZE] = {};

    Line()
    {
        static std::once_flag once;
        std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
        easy = curl_easy_init();
        multi = curl_multi_init();
        if (!easy || !multi)
            throw std::bad_alloc();
    }
    ~Line()
    {
        curl_easy_cleanup(easy);
        curl_multi_cleanup(multi);
    }
    Line(const Line &) = delete;
    Line &operator=(const Line &) = delete;

    bool sentAnything() const
    {
        long bytes = 0;
        curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &bytes);
        return bytes > 0;
    }
    QString words(CURLcode code) const { return QString::fromUtf8(detail[0] ? detail : curl_easy_strerror(code)); }

    /// Drives the transfer to its end, its deadline or a cancel.
    CURLcode transfer(const Exchange &exchange, const std::atomic_bool *cancelled)
    {
        CURLcode code = CURLE_OK;
        curl_multi_add_handle(multi, easy);
        for (int running = 1; running > 0;) {
            if (cancelled && *cancelled)
                code = CURLE_ABORTED_BY_CALLBACK;
            else if (exchange.remainingMs() == 0)
                code = CURLE_OPERATION_TIMEDOUT;
            if (code != CURLE_OK)
                break;
            curl_multi_perform(multi, &running);
            if (running > 0)
                curl_multi_poll(multi, nullptr, 0, beat, nullptr);
        }
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(multi, &left))
            if (message->msg == CURLMSG_DONE && code == CURLE_OK)
                code = message->data.result;
        curl_multi_remove_handle(multi, easy);
        return code;
    }

    void prepare(Exchange &exchange, curl_slist *headers, const QByteArray &trustFile)
    {
        curl_easy_reset(easy);
        detail[0] = 0;
        curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, detail);
        curl_easy_setopt(easy, CURLOPT_URL, exchange.url.constData());
        curl_easy_setopt(easy, CURLOPT_USERAGENT, "Purser/" PURSER_VERSION);
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, takeBody);
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, &exchange);
        curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, takeHeader);
        curl_easy_setopt(easy, CURLOPT_HEADERDATA, &exchange);
        setMethod(easy, exchange.request);
        setLimits(easy, exchange);
        setTrust(easy, trustFile);
    }

    /// Where a redirected GET may go on; empty if the answer is to be taken as it is.
    QByteArray nextAddress(const Exchange &exchange) const
    {
        const int status = exchange.response.status;
        char *location = nullptr;
        if (exchange.request.method != "GET" || status < 300 || status > 399 || status == 304
            || curl_easy_getinfo(easy, CURLINFO_REDIRECT_URL, &location) != CURLE_OK || !location)
            return {};
        const QByteArray next(location);
        return Address::of(exchange.url).leadsTo(Address::of(next)) ? next : QByteArray();
    }
};

NetworkHttp::NetworkHttp(Options options) : m_options(std::move(options)), m_line(std::make_unique<Line>()) {}

NetworkHttp::~NetworkHttp() = default;

Response NetworkHttp::send(const Request &request)
{
    const HeaderList headers = headersOf(request);
    Exchange exchange{request, request.url.toUtf8(), Clock::now() + std::chrono::seconds(request.timeoutSeconds), {}};
    if (!Address::of(exchange.url).isWeb() || hasControls(exchange.url))
        throw failureOf(CURLE_URL_MALFORMAT, exchange, false, {});
    if (!request.query.empty())
        exchange.url += '?' + encodeQuery(request.query);
    for (int redirects = 0;; ++redirects) {
        m_line->prepare(exchange, headers.get(), m_options.trustFile.toUtf8());
        const CURLcode code = m_line->transfer(exchange, m_options.cancelled);
        const bool sent = m_line->sentAnything();
        if (code == CURLE_ABORTED_BY_CALLBACK && (!sent || exchange.isRead()))
            throw Failure(Failure::Kind::Cancelled, tr("Stopped."));
        if (code != CURLE_OK)
            throw failureOf(code, exchange, sent, m_line->words(code));
        const QByteArray next = redirects < mostRedirects ? m_line->nextAddress(exchange) : QByteArray();
        if (next.isEmpty())
            return std::move(exchange.response);
        exchange.url = next;
        exchange.response = {};
        exchange.headBytes = 0;
    }
}

QByteArray Http::encode(const QString &text) { return QUrl::toPercentEncoding(text); }

QByteArray Http::encodeQuery(const std::vector<std::pair<QString, QString>> &query)
{
    QByteArray out;
    for (const auto &[name, value] : query) {
        if (!out.isEmpty())
            out += '&';
        out += encode(name) + '=' + encode(value);
    }
    return out;
}

} // namespace channels
