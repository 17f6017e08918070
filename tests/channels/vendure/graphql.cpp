#include "graphql.h"

#include <set>

namespace {

/// Cuts GraphQL text into names, numbers, strings and marks.
class Tokens {
public:
    explicit Tokens(const QString &text) : m_text(text) { advance(); }

    const QString &current() const { return m_current; }
    bool isEnd() const { return m_current.isEmpty(); }
    QString take()
    {
        const QString token = m_current;
        advance();
        return token;
    }
    bool skip(QStringView token)
    {
        if (m_current != token)
            return false;
        advance();
        return true;
    }

private:
    static bool isNamePart(QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.'; }

    void advance()
    {
        while (m_at < m_text.size() && (m_text[m_at].isSpace() || m_text[m_at] == u',' || m_text[m_at] == u'#'))
            m_at = m_text[m_at] == u'#' ? m_text.indexOf(u'\n', m_at) : m_at + 1;
        const qsizetype start = m_at;
        if (m_at >= m_text.size()) {
            m_current.clear();
            return;
        }
        if (m_text.mid(m_at, 3) == u"\"\"\"")
            m_at = m_text.indexOf(QStringLiteral("\"\"\""), m_at + 3) + 3;
        else if (m_text[m_at] == u'"')
            m_at = m_text.indexOf(u'"', m_at + 1) + 1;
        else if (m_text.mid(m_at, 3) == u"...")
            m_at += 3;
        else if (isNamePart(m_text[m_at]))
            while (m_at < m_text.size() && isNamePart(m_text[m_at]))
                ++m_at;
        else
            ++m_at;
        m_current = m_text.mid(start, m_at - start);
    }

    const QString m_text;
    qsizetype m_at = 0;
    QString m_current;
};

GraphQlSchema::Type readType(Tokens &tokens)
{
    GraphQlSchema::Type type;
    if (tokens.skip(u"[")) {
        type = readType(tokens);
        tokens.skip(u"]");
        type.isList = true;
    } else {
        type.name = tokens.take();
    }
    type.isRequired = tokens.skip(u"!");
    return type;
}

void skipDescription(Tokens &tokens)
{
    while (tokens.current().startsWith(u'"'))
        tokens.take();
}

/// Skips a bracketed part, the opening bracket included.
void skipNested(Tokens &tokens, QStringView open, QStringView close)
{
    int depth = 0;
    do {
        if (tokens.current() == open)
            ++depth;
        if (tokens.current() == close)
            --depth;
        tokens.take();
    } while (depth > 0 && !tokens.isEnd());
}

void skipDirectives(Tokens &tokens)
{
    while (tokens.skip(u"@")) {
        tokens.take();
        if (tokens.current() == u"(")
            skipNested(tokens, u"(", u")");
    }
}

std::map<QString, GraphQlSchema::Type> readArguments(Tokens &tokens)
{
    std::map<QString, GraphQlSchema::Type> arguments;
    if (!tokens.skip(u"("))
        return arguments;
    while (!tokens.isEnd() && !tokens.skip(u")")) {
        skipDescription(tokens);
        const QString name = tokens.take();
        tokens.skip(u":");
        arguments[name] = readType(tokens);
        if (tokens.skip(u"=")) {
            if (tokens.current() == u"[")
                skipNested(tokens, u"[", u"]");
            else
                tokens.take();
        }
        skipDirectives(tokens);
    }
    return arguments;
}

/// What every list of Vendure can be asked with; the server makes these inputs when it starts.
const std::map<QString, QString> listOptions{{"skip", "Int"}, {"take", "Int"}, {"sort", ""}, {"filter", ""}, {"filterOperator", "LogicalOperator"}};
const QStringList operators{"eq", "notEq", "contains", "notContains", "in",      "notIn",  "regex", "isNull",
                            "lt", "lte",   "gt",       "gte",         "between", "before", "after"};

class DocumentCheck {
public:
    DocumentCheck(const GraphQlSchema &schema, const QString &document, const Json &variables)
        : m_schema(schema), m_tokens(document), m_variables(variables)
    {}

    QStringList run()
    {
        const QString operation = m_tokens.current() == u"{" ? QStringLiteral("query") : m_tokens.take();
        m_declared = readDeclarations();
        for (const auto &[name, type] : m_declared)
            checkVariable(name, type);
        for (const auto &[name, value] : m_variables.members())
            if (!m_declared.count(name))
                complain(QStringLiteral("variable %1 is not declared").arg(name));
        checkSelection(operation == u"mutation" ? QStringLiteral("Mutation") : QStringLiteral("Query"));
        if (!m_tokens.isEnd())
            complain(QStringLiteral("more after the end: %1").arg(m_tokens.current()));
        for (const auto &[name, type] : m_declared)
            if (!m_used.count(name))
                complain(QStringLiteral("variable %1 is not used").arg(name));
        return m_wrong;
    }

private:
    void complain(const QString &text) { m_wrong += text; }

    std::map<QString, GraphQlSchema::Type> readDeclarations()
    {
        std::map<QString, GraphQlSchema::Type> declared;
        if (!m_tokens.skip(u"("))
            return declared;
        while (!m_tokens.isEnd() && !m_tokens.skip(u")")) {
            m_tokens.skip(u"$");
            const QString name = m_tokens.take();
            m_tokens.skip(u":");
            declared[name] = readType(m_tokens);
            if (!m_schema.find(declared[name].name))
                complain(QStringLiteral("unknown type %1").arg(declared[name].name));
        }
        return declared;
    }

    void checkSelection(const QString &type)
    {
        if (!m_tokens.skip(u"{")) {
            complain(QStringLiteral("%1 needs a selection").arg(type));
            return;
        }
        while (!m_tokens.isEnd() && !m_tokens.skip(u"}")) {
            if (m_tokens.skip(u"...")) {
                if (!m_tokens.skip(u"on"))
                    complain(QStringLiteral("a fragment that is not inline"));
                const QString part = m_tokens.take();
                if (!m_schema.find(part))
                    complain(QStringLiteral("unknown type %1").arg(part));
                checkSelection(part);
            } else {
                checkField(type);
            }
        }
    }

    void checkField(const QString &type)
    {
        const QString name = m_tokens.take();
        if (name == u"__typename")
            return;
        const auto *definition = m_schema.find(type);
        const auto found = definition ? definition->fields.find(name) : std::map<QString, GraphQlSchema::Field>::const_iterator();
        if (!definition || found == definition->fields.end()) {
            complain(QStringLiteral("%1 has no field %2").arg(type, name));
            if (m_tokens.current() == u"(")
                skipNested(m_tokens, u"(", u")");
            if (m_tokens.current() == u"{")
                skipNested(m_tokens, u"{", u"}");
            return;
        }
        checkArguments(type + u'.' + name, found->second);
        const auto *inner = m_schema.find(found->second.type.name);
        const bool isComposite = inner && (inner->kind == u"type" || inner->kind == u"interface" || inner->kind == u"union");
        if (isComposite)
            checkSelection(found->second.type.name);
        else if (m_tokens.current() == u"{")
            complain(QStringLiteral("%1.%2 has nothing to select").arg(type, name));
    }

    void checkArguments(const QString &where, const GraphQlSchema::Field &field)
    {
        std::set<QString> given;
        if (m_tokens.skip(u"("))
            while (!m_tokens.isEnd() && !m_tokens.skip(u")")) {
                const QString name = m_tokens.take();
                m_tokens.skip(u":");
                given.insert(name);
                const auto argument = field.arguments.find(name);
                if (argument == field.arguments.end())
                    complain(QStringLiteral("%1 has no argument %2").arg(where, name));
                checkLiteral(where + u'(' + name + u')', argument == field.arguments.end() ? GraphQlSchema::Type() : argument->second);
            }
        for (const auto &[name, type] : field.arguments)
            if (type.isRequired && !given.count(name))
                complain(QStringLiteral("%1 needs the argument %2").arg(where, name));
    }

    /// A value in the document: a variable of the same type, or something written out.
    void checkLiteral(const QString &where, const GraphQlSchema::Type &type)
    {
        if (m_tokens.skip(u"$")) {
            const QString name = m_tokens.take();
            m_used.insert(name);
            if (!m_declared.count(name))
                complain(QStringLiteral("variable %1 is not declared").arg(name));
            else if (!type.name.isEmpty() && (m_declared[name].name != type.name || (m_declared[name].isList && !type.isList)))
                complain(QStringLiteral("%1 wants %2, the variable is %3").arg(where, type.name, m_declared[name].name));
            return;
        }
        if (m_tokens.skip(u"[")) {
            while (!m_tokens.isEnd() && !m_tokens.skip(u"]"))
                checkLiteral(where, type);
            return;
        }
        if (!m_tokens.skip(u"{")) {
            m_tokens.take();
            return;
        }
        while (!m_tokens.isEnd() && !m_tokens.skip(u"}")) {
            const QString name = m_tokens.take();
            m_tokens.skip(u":");
            checkLiteral(where + u'.' + name, memberType(where, type.name, name));
        }
    }

    GraphQlSchema::Type memberType(const QString &where, const QString &input, const QString &name)
    {
        const auto *definition = m_schema.find(input);
        if (definition)
            if (const auto field = definition->fields.find(name); field != definition->fields.end())
                return field->second.type;
        if (input.endsWith(u"ListOptions") && listOptions.count(name))
            return {listOptions.at(name), false, false};
        if (!input.isEmpty())
            complain(QStringLiteral("%1: %2 has no member %3").arg(where, input, name));
        return {};
    }

    void checkVariable(const QString &name, const GraphQlSchema::Type &type)
    {
        if (m_variables[QStringView(name)].isNull()) {
            if (type.isRequired && type.name != u"Upload")
                complain(QStringLiteral("variable %1 is missing").arg(name));
            return;
        }
        checkValue(name, m_variables[QStringView(name)], type);
    }

    void checkValue(const QString &where, const Json &value, const GraphQlSchema::Type &type)
    {
        if (type.isList) {
            if (!value.isArray())
                complain(QStringLiteral("%1 is no list").arg(where));
            for (const Json &item : value.items())
                checkValue(where + QStringLiteral("[]"), item, {type.name, false, true});
            return;
        }
        const auto *definition = m_schema.find(type.name);
        if (definition && definition->kind == u"input")
            checkInput(where, value, type.name);
        else if (definition && definition->kind == u"enum" && !definition->values.contains(value.text()))
            complain(QStringLiteral("%1 is %2, which is no %3").arg(where, value.text(), type.name));
        else if (!fitsScalar(value, type.name))
            complain(QStringLiteral("%1 is no %2: %3").arg(where, type.name, QString::fromUtf8(value.toJson())));
    }

    void checkInput(const QString &where, const Json &value, const QString &type)
    {
        if (!value.isObject())
            complain(QStringLiteral("%1 is no %2").arg(where, type));
        for (const auto &[name, member] : value.members()) {
            if (type.endsWith(u"ListOptions") && (name == u"filter" || name == u"sort"))
                checkOnEntity(where + u'.' + name, member, type.chopped(int(strlen("ListOptions"))), name == u"sort");
            else if (const auto inner = memberType(where, type, name); !inner.name.isEmpty())
                checkValue(where + u'.' + name, member, inner);
        }
        const auto *definition = m_schema.find(type);
        for (const auto &[name, field] : definition->fields)
            if (field.type.isRequired && value[QStringView(name)].isNull())
                complain(QStringLiteral("%1 lacks %2").arg(where, name));
    }

    /// Filters and sorts of a list name fields of what is listed.
    void checkOnEntity(const QString &where, const Json &members, const QString &entity, bool isSort)
    {
        const auto *definition = m_schema.find(entity);
        for (const auto &[name, value] : members.members()) {
            if (!definition || !definition->fields.count(name))
                complain(QStringLiteral("%1: %2 has no field %3").arg(where, entity, name));
            if (isSort && value.text() != u"ASC" && value.text() != u"DESC")
                complain(QStringLiteral("%1.%2 is neither ASC nor DESC").arg(where, name));
            for (const auto &member : value.members())
                if (!operators.contains(member.first))
                    complain(QStringLiteral("%1.%2 knows no operator %3").arg(where, name, member.first));
        }
    }

    static bool fitsScalar(const Json &value, const QString &type)
    {
        bool isWhole = false;
        value.text().toLongLong(&isWhole);
        if (type == u"Int" || type == u"Money")
            return value.isNumber() && isWhole;
        if (type == u"Boolean")
            return value.isBool();
        if (type == u"ID")
            return value.isString() && !value.text().isEmpty();
        if (type == u"String" || type == u"DateTime")
            return value.isString();
        return true;
    }

    const GraphQlSchema &m_schema;
    Tokens m_tokens;
    const Json m_variables;
    std::map<QString, GraphQlSchema::Type> m_declared;
    std::set<QString> m_used;
    QStringList m_wrong;
};

} // namespace

GraphQlSchema::GraphQlSchema(const QString &definition)
{
    for (const char *scalar : {"Int", "Float", "String", "Boolean", "ID"})
        m_types[QString::fromLatin1(scalar)].kind = QStringLiteral("scalar");
    Tokens tokens(definition);
    while (!tokens.isEnd()) {
        skipDescription(tokens);
        tokens.skip(u"extend");
        const QString kind = tokens.take();
        if (kind == u"directive" || kind == u"schema") {
            while (!tokens.isEnd() && tokens.current() != u"type" && tokens.current() != u"scalar")
                tokens.take();
            continue;
        }
        Definition &type = m_types[tokens.take()];
        type.kind = kind;
        if (tokens.skip(u"implements"))
            while (tokens.current() != u"{")
                tokens.take();
        skipDirectives(tokens);
        if (tokens.skip(u"=")) { // a union
            do {
                tokens.take();
            } while (tokens.skip(u"|"));
            continue;
        }
        if (!tokens.skip(u"{"))
            continue;
        while (!tokens.isEnd() && !tokens.skip(u"}")) {
            skipDescription(tokens);
            const QString name = tokens.take();
            if (kind == u"enum") {
                type.values += name;
            } else {
                Field field;
                field.arguments = readArguments(tokens);
                tokens.skip(u":");
                field.type = readType(tokens);
                if (tokens.skip(u"="))
                    tokens.take();
                type.fields[name] = field;
            }
            skipDirectives(tokens);
        }
    }
}

const GraphQlSchema::Definition *GraphQlSchema::find(const QString &type) const
{
    const auto found = m_types.find(type);
    return found == m_types.end() ? nullptr : &found->second;
}

QStringList GraphQlSchema::violations(const QString &document, const Json &variables) const
{
    return DocumentCheck(*this, document, variables).run();
}
