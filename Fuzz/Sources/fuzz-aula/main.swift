// The entry: one line, as code here would belong to the main actor.
import Glibc

exit(Target.run())
