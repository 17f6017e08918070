#include "commandline.h"

#include <QBuffer>
#include <QProcess>

Json Said::json() const
{
    const auto parsed = Json::parse(out.toUtf8());
    if (!parsed)
        ADD_FAILURE() << "no JSON: " << qPrintable(out) << qPrintable(err);
    return parsed ? *parsed : Json();
}

Said purserctl(const QString &line, const QByteArray &input, const ctl::Surroundings &surroundings)
{
    Said said;
    QByteArray bytes = input;
    QBuffer in(&bytes);
    in.open(QIODevice::ReadOnly);
    QTextStream out(&said.out), err(&said.err);
    SyncControl control;
    said.exit = ctl::run(QProcess::splitCommand(line), in, out, err, control, surroundings);
    return said;
}

CommandCompany::CommandCompany()
{
    qputenv("PURSER_KEY_FILE", folder.filePath(QStringLiteral("key")).toUtf8());
    qputenv("XDG_DATA_HOME", folder.path().toUtf8()); // the seal of a company on a server; copies of one model share their uid
}

Said CommandCompany::say(const QString &line, const QByteArray &input)
{
    ctl::Surroundings surroundings;
    surroundings.clock = [this] { return now; };
    return purserctl(QStringLiteral("--company %1 ").arg(locator().text) + line, input, surroundings);
}

Json CommandCompany::ask(const QString &line, const QByteArray &input)
{
    const Said said = say(QStringLiteral("--json ") + line, input);
    EXPECT_EQ(said.exit, 0) << qPrintable(line) << "\n" << qPrintable(said.out) << qPrintable(said.err);
    return said.json();
}

QString CommandCompany::refused(const QString &line, const QByteArray &input)
{
    const Said said = say(QStringLiteral("--json ") + line, input);
    EXPECT_EQ(said.exit, 1) << qPrintable(line) << "\n" << qPrintable(said.out) << qPrintable(said.err);
    EXPECT_FALSE(said.json()["error"]["message"].text().isEmpty());
    return said.code();
}

QString CommandCompany::file(const char *name, const QByteArray &bytes)
{
    const QString path = folder.filePath(QString::fromLatin1(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        ADD_FAILURE() << "cannot write " << qPrintable(path);
    return path;
}

void CommandCompany::furnish()
{
    ask(QStringLiteral("product import ") + file("furniture.csv", "SKU,name,price\nMUG,Blue mug,10.00\n"));
    ask(QStringLiteral("customer import ")
        + file("people.csv", "code,name,terms,street,postcode,city,country\nACME,Acme,30,Road 1,10115,Berlin,DE\n"));
    ask(QStringLiteral("stock receive MUG 20 --cost 4.00"));
}

QString CommandCompany::order(int mugs)
{
    const QByteArray text = R"({"customer": "ACME", "confirm": true, "lines": [{"sku": "MUG", "quantity": ")" + QByteArray::number(mugs) + R"("}]})";
    return ask(QStringLiteral("order enter -"), text)["number"].text();
}
