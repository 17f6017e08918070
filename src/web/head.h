#pragma once

#include "web/options.h"

#include <variant>

namespace web {

/// Looks at a request's head byte by byte, as it comes in. Nothing passes that two programs might read in two ways: bare line ends, folded lines,
/// blanks around names, control characters.
class HeadScanner {
public:
    enum class State { Within, Done, Wrong };
    State take(char c);

private:
    enum class Place { LineStart, RequestLine, Name, Value, AfterReturn, AfterLastReturn };
    State step(Place next)
    {
        m_place = next;
        return State::Within;
    }
    State takeAtStart(char c);

    Place m_place = Place::LineStart;
    bool m_first = true; ///< the request line
};

struct Refused {
    int status = 400;
    const char *why = "This is no request.";
};

/// A request as yet without its body, and how that is to be read.
struct Head {
    Request request;
    std::optional<qint64> length; ///< none if it comes in chunks
    bool expectsContinue = false;
    bool keepAlive = false;
};

/// A whole head that the scanner let pass, up to and with the empty line.
std::variant<Head, Refused> readHead(QByteArrayView text, const Options &options);

} // namespace web
