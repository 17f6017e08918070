#include "base/json.h"

#include <QCoreApplication>
#include <nlohmann/json.hpp>

namespace {

constexpr int deepest = 64;

QString stoppedAt(size_t position) { return QCoreApplication::translate("Json", "This is no JSON: the reader stopped at byte %1.").arg(position); }

/// Builds a Json from the events of nlohmann's reader, which hands over each number as it was written.
class Builder : public nlohmann::json_sax<nlohmann::json> {
public:
    Json result;
    QString problem;

    bool null() override { return put({}); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(qint64(value)); }
    bool number_unsigned(number_unsigned_t value) override { return put(Json::number(QByteArray::number(qulonglong(value)))); }
    bool number_float(number_float_t, const string_t &digits) override { return put(Json::number(QByteArray::fromStdString(digits))); }
    bool string(string_t &text) override { return put(QString::fromUtf8(text.data(), qsizetype(text.size()))); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(true); }
    bool key(string_t &name) override
    {
        m_stack.back().key = QString::fromUtf8(name.data(), qsizetype(name.size()));
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(false); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override
    {
        if (problem.isEmpty())
            problem = stoppedAt(position);
        return false;
    }

private:
    struct Level {
        bool isObject = false;
        JsonObject members;
        JsonArray items;
        QString key;
    };

    bool put(Json value)
    {
        if (m_stack.empty())
            result = std::move(value);
        else if (m_stack.back().isObject)
            m_stack.back().members.emplace_back(std::move(m_stack.back().key), std::move(value));
        else
            m_stack.back().items.push_back(std::move(value));
        return true;
    }
    bool open(bool isObject)
    {
        if (m_stack.size() >= deepest) {
            problem = QCoreApplication::translate("Json", "This JSON is nested more than %1 levels deep.").arg(deepest);
            return false;
        }
        m_stack.push_back({isObject, {}, {}, {}});
        return true;
    }
    bool close()
    {
        Level level = std::move(m_stack.back());
        m_stack.pop_back();
        return put(level.isObject ? Json::object(std::move(level.members)) : Json(std::move(level.items)));
    }

    std::vector<Level> m_stack;
};

const Json nothing;

/// The code unit that an escape at `at` stands for, or -1 where there is none.
int escapedUnit(const QByteArray &text, qsizetype at)
{
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u')
        return -1;
    bool fine = false;
    const int unit = text.mid(at + 2, 4).toInt(&fine, 16);
    return fine ? unit : -1;
}

/// Halves of surrogate pairs that stand alone become U+FFFD; positions stay.
QByteArray withoutHalves(QByteArray text)
{
    const auto isHigh = [](int unit) { return unit >= 0xd800 && unit < 0xdc00; };
    const auto isLow = [](int unit) { return unit >= 0xdc00 && unit < 0xe000; };
    for (qsizetype at = text.indexOf('\\'); at >= 0 && at < text.size(); at = text.indexOf('\\', at)) {
        const int unit = escapedUnit(text, at);
        if (isHigh(unit) && isLow(escapedUnit(text, at + 6))) {
            at += 12;
        } else if (isHigh(unit) || isLow(unit)) {
            text.replace(at + 2, 4, "fffd");
            at += 6;
        } else {
            at += 2; // any other escape, also one backslash after another
        }
    }
    return text;
}

void writeEscaped(QByteArray &out, char c)
{
    switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: out += "\\u00" + QByteArray::number(uchar(c), 16).rightJustified(2, '0');
    }
}

void writeString(QByteArray &out, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const auto isPlain = [](char c) { return uchar(c) >= 0x20 && c != '"' && c != '\\'; };
    out += '"';
    for (auto at = utf8.begin(); at != utf8.end();) {
        const auto end = std::find_if_not(at, utf8.end(), isPlain);
        out.append(at, end - at);
        at = end;
        if (at != utf8.end())
            writeEscaped(out, *at++);
    }
    out += '"';
}

} // namespace

Json::Json(const QStringList &items)
{
    JsonArray array;
    for (const QString &item : items)
        array.emplace_back(item);
    m_value = std::make_shared<JsonArray>(std::move(array));
}

Result<Json> Json::parse(const QByteArray &utf8)
{
    Builder builder;
    if (const auto nul = utf8.indexOf('\0'); nul >= 0) // the reader would take it for the end
        return refuse(QStringLiteral("payload"), stoppedAt(size_t(nul) + 1));
    const QByteArray text = utf8.contains("\\u") ? withoutHalves(utf8) : utf8;
    const bool whole = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    if (!whole)
        return refuse(QStringLiteral("payload"), builder.problem);
    return builder.result;
}

QByteArray Json::toJson(bool indented) const
{
    QByteArray out;
    write(out, 0, indented);
    if (indented)
        out += '\n';
    return out;
}

void Json::write(QByteArray &out, int indent, bool indented) const
{
    const auto newLine = [&](int level) {
        if (indented)
            out += '\n' + QByteArray(level * 2, ' ');
    };
    if (isNull()) {
        out += "null";
    } else if (const bool *flag = std::get_if<bool>(&m_value)) {
        out += *flag ? "true" : "false";
    } else if (const Number *number = std::get_if<Number>(&m_value)) {
        out += number->digits;
    } else if (const QString *string = std::get_if<QString>(&m_value)) {
        writeString(out, *string);
    } else if (isArray()) {
        out += '[';
        const char *separator = "";
        for (const Json &item : items()) {
            out += separator;
            newLine(indent + 1);
            item.write(out, indent + 1, indented);
            separator = ",";
        }
        if (!items().empty())
            newLine(indent);
        out += ']';
    } else {
        out += '{';
        const char *separator = "";
        for (const auto &[name, value] : members()) {
            out += separator;
            newLine(indent + 1);
            writeString(out, name);
            out += indented ? ": " : ":";
            value.write(out, indent + 1, indented);
            separator = ",";
        }
        if (!members().empty())
            newLine(indent);
        out += '}';
    }
}

template <class Name> static const Json &memberOf(const JsonObject &all, Name name)
{
    for (auto it = all.rbegin(); it != all.rend(); ++it)
        if (it->first == name)
            return it->second;
    return nothing;
}

const Json &Json::operator[](QStringView name) const { return memberOf(members(), name); }
const Json &Json::operator[](const char *name) const { return memberOf(members(), QLatin1String(name)); }

const Json &Json::at(size_t index) const { return index < items().size() ? items()[index] : nothing; }

const JsonArray &Json::items() const
{
    static const JsonArray empty;
    const auto *array = std::get_if<std::shared_ptr<JsonArray>>(&m_value);
    return array ? **array : empty;
}

const JsonObject &Json::members() const
{
    static const JsonObject empty;
    const auto *object = std::get_if<std::shared_ptr<JsonObject>>(&m_value);
    return object ? **object : empty;
}

bool Json::contains(QStringView name) const
{
    for (const auto &member : members())
        if (member.first == name)
            return true;
    return false;
}

bool Json::toBool(bool otherwise) const
{
    const bool *flag = std::get_if<bool>(&m_value);
    return flag ? *flag : otherwise;
}

QString Json::text() const
{
    if (const QString *string = std::get_if<QString>(&m_value))
        return *string;
    if (const Number *number = std::get_if<Number>(&m_value))
        return QString::fromLatin1(number->digits);
    return {};
}

qint64 Json::toInteger(qint64 otherwise) const
{
    bool whole = false;
    const qint64 value = text().toLongLong(&whole);
    return whole ? value : otherwise;
}

void Json::set(const QString &name, Json value)
{
    if (!isObject())
        m_value = std::make_shared<JsonObject>();
    auto &object = std::get<std::shared_ptr<JsonObject>>(m_value);
    if (object.use_count() > 1)
        object = std::make_shared<JsonObject>(*object);
    for (auto member = object->rbegin(); member != object->rend(); ++member)
        if (member->first == name) {
            member->second = std::move(value);
            return;
        }
    object->emplace_back(name, std::move(value));
}

void Json::append(Json value)
{
    if (!isArray())
        m_value = std::make_shared<JsonArray>();
    auto &array = std::get<std::shared_ptr<JsonArray>>(m_value);
    if (array.use_count() > 1)
        array = std::make_shared<JsonArray>(*array);
    array->push_back(std::move(value));
}
