// An empty Qt window, which ends at once when it is painted: what starting any Qt program costs.

#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QTimer>
#include <cstdlib>

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

int main(int count, char **words)
{
    QApplication app(count, words);
    app.installEventFilter(new QuitWhenPainted(&app));
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("…")));
    window.resize(1'200, 800);
    window.show();
    return QApplication::exec();
}
