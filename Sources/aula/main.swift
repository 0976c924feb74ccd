// The program `aula`: everything is in the module `Command`.
import Command

AulaCommand.run()
