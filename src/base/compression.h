#pragma once

#include <QByteArray>

/// Makes many small texts (a web order is 2 to 10 KB) a few times smaller, quickly. qUncompress() reads the answer.
QByteArray compressed(const QByteArray &bytes);
