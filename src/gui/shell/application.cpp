#include "gui/shell/application.h"

#include "channels/engine/runner.h"
#include "channels/practice.h"
#include "core/company/company.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/theme.h"
#include "gui/start/startguide.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QSettings>
#include <QTimer>
#include <QTranslator>
#include <cstdlib>

namespace {

/// The window of one company; another company is another window in its place.
class Application {
public:
    bool openLast() { return open({QSettings().value(QStringLiteral("lastCompany")).toString()}, false); }

    bool open(const sql::Locator &where, bool complain = true)
    {
        if (where.text.isEmpty())
            return false;
        auto session = Session::open(where);
        if (!session) {
            if (complain)
                std::fprintf(stderr, "purser: %s\n%s\n", qPrintable(session.error().text), qPrintable(session.error().hint));
            return false;
        }
        const auto practice = session->ask([](Tx &tx) { return tx.configured<Settings>().practice; });
        if (practice && *practice)
            m_store = channels::startPracticeStore();
        auto window = std::make_unique<MainWindow>(std::make_unique<Desk>(*std::move(session)));
        QObject::connect(
            window.get(), &MainWindow::wantsOtherCompany, qApp, [this] { guide(); }, Qt::QueuedConnection);
        window->restoreGeometry(QSettings().value(QStringLiteral("geometry")).toByteArray());
        window->show();
        QTimer::singleShot(0, window.get(), &MainWindow::openUnfinished);
        m_runner.reset();
        m_window = std::move(window);
        QObject::connect(m_window.get(), &MainWindow::runsChannels, qApp, [this, where](bool on) { runChannels(where, on); });
        // The window comes first.
        QTimer::singleShot(1000, m_window.get(),
                           [this, where] { runChannels(where, QSettings().value(QStringLiteral("runChannels"), true).toBool()); });
        QSettings().setValue(QStringLiteral("lastCompany"), where.text);
        return true;
    }

    bool openPractice()
    {
        const auto where = channels::practiceCompany();
        if (!where) {
            std::fprintf(stderr, "purser: %s\n", qPrintable(where.error().text));
            return false;
        }
        return open(*where);
    }

    void guide()
    {
        m_guide = std::make_unique<StartGuide>();
        QObject::connect(m_guide.get(), &QDialog::accepted, qApp, [this] { m_guide->wantsPractice() ? openPractice() : open(*m_guide->chosen()); });
        m_guide->open();
    }

private:
    /// Lets the channels work by themselves while the window is open.
    void runChannels(const sql::Locator &where, bool on)
    {
        m_runner.reset();
        if (!on)
            return;
        Runner::Options options;
        options.company = where;
        options.changed = [desk = QPointer<Desk>(&m_window->desk())] {
            QMetaObject::invokeMethod(qApp, [desk] {
                if (desk)
                    desk->tellChanged();
            });
        };
        m_runner = std::make_unique<Runner>(std::move(options));
    }

    std::shared_ptr<void> m_store;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Runner> m_runner; ///< ends before the window does
    std::unique_ptr<StartGuide> m_guide;
};

/// For measuring the start: ends the program, at once and without tidying up, when a window has been painted for the first time.
class QuitWhenPainted : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, qApp, [] { std::_Exit(0); });
        return false;
    }
};

void loadTranslations(QTranslator &own, QTranslator &qt)
{
    const QLocale locale;
    if (own.load(locale, QStringLiteral("purser"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&own);
    if (qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
}

} // namespace

int runDesk(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("purser"));
    QApplication::setOrganizationName(QStringLiteral("purser"));
    QApplication::setApplicationVersion(QStringLiteral(PURSER_VERSION));
    QTranslator own, qt;
    loadTranslations(own, qt);
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("Application", "The back office behind online storefronts."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QStringLiteral("company"),
                      QCoreApplication::translate("Application", "A company file, or postgresql://user@host:port/database."),
                      QStringLiteral("WHERE")});
    parser.addOption({QStringLiteral("practice"), QCoreApplication::translate("Application", "The practice company, with its practice store.")});
    QCommandLineOption paint(QStringLiteral("quit-when-painted"));
    paint.setFlags(QCommandLineOption::HiddenFromHelp); // for measuring the start
    parser.addOption(paint);
    parser.process(app);

    theme::apply(theme::saved());
    Application desk;
    const QString where = parser.isSet(QStringLiteral("company")) ? parser.value(QStringLiteral("company")) : qEnvironmentVariable("PURSER_COMPANY");
    if (parser.isSet(QStringLiteral("practice"))) {
        if (!desk.openPractice())
            return 3;
    } else if (!where.isEmpty()) {
        if (!desk.open({where}))
            return 3;
    } else if (!desk.openLast()) {
        desk.guide();
    }
    if (parser.isSet(paint))
        app.installEventFilter(new QuitWhenPainted(&app));
    return QApplication::exec();
}
