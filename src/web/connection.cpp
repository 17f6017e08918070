#include "web/connection.h"

#include "web/answerhead.h"
#include "web/peer.h"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

namespace web {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::size_t readBlock = 16 * 1024;  ///< bytes
constexpr std::size_t besideHead = 64 * 1024; ///< bytes of a body that are read at once with it
constexpr auto dripPause = std::chrono::milliseconds(60);
constexpr qsizetype drops = 60; ///< so many single bytes, then the rest
constexpr std::string_view continues = "HTTP/1.1 100 Continue\r\n\r\n";

asio::const_buffer bufferOf(QByteArrayView bytes) { return asio::buffer(bytes.data(), std::size_t(bytes.size())); }

} // namespace

Connection::Connection(Hub &hub, Socket socket, asio::ssl::context *tls, QString peer, QByteArray origin)
    : m_hub(hub), m_stream(std::in_place_index<0>, hub.context), m_pause(hub.context), m_peer(std::move(peer)), m_origin(std::move(origin)),
      m_in(std::size_t(hub.options.limits.head) + besideHead)
{
    if (tls)
        m_stream.emplace<Tls>(std::move(socket), *tls);
    else
        m_stream.emplace<Plain>(std::move(socket));
}

Connection::Plain &Connection::lowest()
{
    return std::visit([](auto &stream) -> Plain & { return beast::get_lowest_layer(stream); }, m_stream);
}

template <class Buffers, class Then> void Connection::write(const Buffers &buffers, Then then)
{
    std::visit(
        [&](auto &stream) {
            asio::async_write(stream, buffers, [self = shared_from_this(), then](Error error, std::size_t) {
                if (error || self->m_stage == Stage::Over)
                    return self->end();
                then(*self);
            });
        },
        m_stream);
}

/// More bytes into the buffer.
template <class Then> void Connection::read(Then then)
{
    std::visit(
        [&](auto &stream) {
            const auto room = m_in.prepare(std::min(readBlock, m_in.max_size() - m_in.size()));
            stream.async_read_some(room, [self = shared_from_this(), then](Error error, std::size_t count) {
                if (error || self->m_stage == Stage::Over)
                    return self->end();
                self->m_in.commit(count);
                then(*self);
            });
        },
        m_stream);
}

void Connection::start()
{
    if (!isTls())
        return awaitRequest();
    allow(m_hub.options.limits.headTime);
    std::get<Tls>(m_stream).async_handshake(asio::ssl::stream_base::server, [self = shared_from_this()](Error error) {
        if (error || self->m_stage == Stage::Over)
            return self->end();
        self->awaitRequest();
    });
}

// ---- the request

void Connection::awaitRequest()
{
    m_stage = Stage::Reading;
    if (m_hub.stopping)
        return leave();
    m_scanned = 0;
    m_scanner = {};
    const auto began = [](Connection &self) {
        self.m_requestEnd = Clock::now() + self.m_hub.options.limits.requestTime;
        self.allow(self.m_hub.options.limits.headTime);
        self.scanHead();
    };
    if (m_in.size() > 0)
        return began(*this);
    allow(m_requests == 0 ? m_hub.options.limits.headTime : m_hub.options.limits.idleTime);
    read(began);
}

void Connection::scanHead()
{
    const auto *text = static_cast<const char *>(m_in.data().data());
    for (; m_scanned < m_in.size(); ++m_scanned) {
        if (qsizetype(m_scanned) >= m_hub.options.limits.head)
            return refuse({431, "The head is too large."});
        const auto state = m_scanner.take(text[m_scanned]);
        if (state == HeadScanner::State::Wrong)
            return refuse({});
        if (state == HeadScanner::State::Done) {
            ++m_scanned;
            return takeHead();
        }
    }
    read([](Connection &self) { self.scanHead(); });
}

/// Our own rules first, then those of the parser that reads the body.
std::optional<Refused> Connection::parseHead(QByteArrayView text)
{
    auto head = readHead(text, m_hub.options);
    if (const auto *refused = std::get_if<Refused>(&head))
        return *refused;
    m_head = std::get<Head>(std::move(head));
    setPeer(m_head.request, m_peer, isTls(), m_hub.options);
    m_parser.emplace();
    m_parser->header_limit(std::uint32_t(m_hub.options.limits.head));
    const qint64 most = m_hub.options.bodyLimit ? m_hub.options.bodyLimit(m_head.request) : m_hub.options.limits.body;
    m_parser->body_limit(std::uint64_t(std::max<qint64>(most, 0)));
    if (m_head.length.value_or(0) > most)
        return Refused{413, "Too large."};
    Error error;
    const std::size_t used = m_parser->put(bufferOf(text), error);
    if (error || used != std::size_t(text.size()))
        return Refused{};
    return {};
}

void Connection::takeHead()
{
    const QByteArrayView text(static_cast<const char *>(m_in.data().data()), qsizetype(m_scanned));
    if (text.startsWith("HEAD ")) // a refusal has no body, too
        m_head.request.method = "HEAD";
    const auto refused = parseHead(text);
    m_in.consume(m_scanned);
    if (refused)
        return refuse(*refused);
    lowest().expires_at(m_requestEnd);
    if (m_parser->is_done())
        handle();
    else if (m_head.expectsContinue && m_in.size() == 0)
        write(asio::buffer(continues), [](Connection &self) { self.readBody(); });
    else
        readBody();
}

void Connection::readBody()
{
    std::visit(
        [&](auto &stream) {
            http::async_read_some(stream, m_in, *m_parser, [self = shared_from_this()](Error error, std::size_t) { self->tookBody(error); });
        },
        m_stream);
}

void Connection::tookBody(Error error)
{
    if (m_stage == Stage::Over)
        return;
    if (error == http::error::body_limit || error == http::error::buffer_overflow)
        return refuse({413, "Too large."});
    if (error == http::error::end_of_stream || error == http::error::partial_message)
        return end();
    if (error)
        return error.category() == make_error_code(http::error::bad_chunk).category() ? refuse({}) : end();
    const qint64 bytes = qint64(m_parser->get().body().size());
    m_hub.bodies += bytes - m_bodyBytes;
    m_bodyBytes = bytes;
    if (m_hub.bodies > m_hub.options.limits.allBodies)
        return refuse({503, "Too much at once. Try again in a moment."});
    if (m_parser->is_done())
        handle();
    else
        readBody();
}

// ---- the answer

void Connection::handle()
{
    m_stage = Stage::Answering;
    lowest().expires_never();
    const std::string &body = m_parser->get().body();
    Request request = m_head.request;
    request.body = QByteArray(body.data(), qsizetype(body.size()));
    m_parser.reset();
    ++m_requests;
    m_keepAlive = m_head.keepAlive && m_requests < m_hub.options.limits.requests;
    const auto back = [self = shared_from_this(), network = asio::make_work_guard(m_hub.context)](Response response) {
        asio::post(network.get_executor(), [self, response = std::move(response)]() mutable { self->answer(std::move(response)); });
    };
    if (!m_hub.workers.take(std::move(request), back))
        answer(Response::plain(QStringLiteral("Too much at once. Try again in a moment."), 503));
}

void Connection::refuse(Refused refused)
{
    m_stage = Stage::Answering;
    m_keepAlive = false;
    m_refused = true;
    m_parser.reset();
    Response response = Response::plain(QString::fromLatin1(refused.why), refused.status);
    if (refused.status == 405)
        response.set("Allow", m_hub.options.methods.join(", "));
    answer(std::move(response));
}

void Connection::answer(Response response)
{
    if (m_stage == Stage::Over)
        return;
    forgetBody();
    if (response.status == 503 && !response.has("Retry-After"))
        response.set("Retry-After", "5");
    m_keepAlive = m_keepAlive && !m_hub.stopping;
    m_response = std::move(response);
    m_out = headOf(m_response, {isTls() || m_head.request.encrypted, m_keepAlive}, m_hub.options);
    m_outAt = 0;
    m_padding = m_response.padding;
    if (m_head.request.method == "HEAD" || !hasBody(m_response.status)) {
        m_response.body.clear();
        m_padding = 0;
    }
    allow(m_hub.options.limits.answerTime);
    deliver();
}

void Connection::deliver()
{
    const auto pads = [](Connection &self) { self.pad(); };
    switch (m_response.delivery) {
    case Response::Delivery::Whole: return write(std::array{bufferOf(m_out), bufferOf(m_response.body)}, pads);
    case Response::Delivery::Lost: return end();
    case Response::Delivery::Truncated:
        m_keepAlive = false;
        m_out += m_response.body.chopped(std::max<qsizetype>(1, m_response.body.size() / 2));
        return write(bufferOf(m_out), [](Connection &self) { self.end(); });
    case Response::Delivery::Drip: m_out += m_response.body; return drip();
    }
}

void Connection::drip()
{
    if (m_outAt >= std::min(drops, m_out.size()) || m_hub.stopping)
        return write(bufferOf(QByteArrayView(m_out).sliced(m_outAt)), [](Connection &self) { self.pad(); });
    write(bufferOf(QByteArrayView(m_out).sliced(m_outAt, 1)), [](Connection &self) {
        ++self.m_outAt;
        self.m_pause.expires_after(dripPause);
        self.m_pause.async_wait([own = self.shared_from_this()](Error error) {
            if (!error && own->m_stage != Stage::Over)
                own->drip();
        });
    });
}

/// The blanks after the body.
void Connection::pad()
{
    static const QByteArray blanks(64 * 1024, ' ');
    if (m_padding <= 0)
        return answered();
    const auto some = std::min<qint64>(m_padding, blanks.size());
    m_padding -= some;
    write(bufferOf(QByteArrayView(blanks).first(some)), [](Connection &self) { self.pad(); });
}

void Connection::answered()
{
    m_response = {};
    m_out.clear();
    m_head = {};
    if (m_keepAlive)
        awaitRequest();
    else
        leave();
}

// ---- the end

/// Says good-bye, and reads on until the other side has gone: what is closed while something comes in is reset, and the answer may never be read.
void Connection::leave()
{
    m_stage = Stage::Leaving;
    allow(m_hub.options.limits.lingerTime);
    if (isTls() && !m_refused) {
        std::get<Tls>(m_stream).async_shutdown([self = shared_from_this()](Error) { self->end(); });
        return;
    }
    if (m_hub.stopping)
        return end();
    Error none;
    if (!isTls())
        lowest().socket().shutdown(asio::socket_base::shutdown_send, none);
    discard();
}

void Connection::discard()
{
    m_in.consume(m_in.size());
    read([](Connection &self) { self.discard(); });
}

void Connection::wind()
{
    if (m_stage != Stage::Answering)
        end();
}

void Connection::end()
{
    if (m_stage == Stage::Over)
        return;
    m_stage = Stage::Over;
    forgetBody();
    m_pause.cancel();
    lowest().close();
    const auto self = shared_from_this();
    m_hub.connections.erase(self);
    --m_hub.count;
    if (const auto counted = m_hub.perOrigin.find(m_origin); counted != m_hub.perOrigin.end() && --counted->second == 0)
        m_hub.perOrigin.erase(counted);
    if (m_hub.connections.empty() && m_hub.emptied)
        m_hub.emptied();
}

void Connection::forgetBody()
{
    m_hub.bodies -= m_bodyBytes;
    m_bodyBytes = 0;
}

} // namespace web
