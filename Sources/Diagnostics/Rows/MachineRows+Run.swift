// Rows: what can go wrong while a program runs, outside of operators and functions of the library.

extension DiagnosticCatalogue {
  /// What the machine itself reports.
  public static let runRows: [DiagnosticRow] = [
    .shapeDiffers, .shapelessValue, .notCallable, .modelWithoutCall, .notATruth, .badRange,
    .partsDoNotMatch, .cannotTakeApart, .notYetDefined, .tooManyElements, .textTooLong, .valuesTooDeep, .cellTooLarge,
    .internalProblem,
  ]
}

extension DiagnosticRow {
  package static let shapeDiffers = DiagnosticRow(
    "E0450",
    message: Words(
      en: "the shape is {found}, but {wanted} was promised", es: "la forma es {found}, pero se prometió {wanted}",
      pt: "a forma é {found}, mas foi prometido {wanted}"),
    label: Words(en: "this is {found}", es: "esto es {found}", pt: "isto é {found}"),
    meaning: Words(
      en:
        "A shape that is written after a name is a promise that Aula holds the value to. A name for a size, such as `n`, "
        + "stands for the first size it meets; every other `n` of the same call must be equal to it.",
      es:
        "Una forma escrita detrás de un nombre es una promesa, y Aula comprueba que el valor la cumple. Un nombre de tamaño, "
        + "como `n`, vale lo primero que encuentra; todas las demás `n` de la misma llamada deben coincidir.",
      pt:
        "Uma forma escrita depois de um nome é uma promessa, e a Aula confere se o valor a cumpre. Um nome de tamanho, como "
        + "`n`, vale o primeiro tamanho que encontra; todos os outros `n` da mesma chamada têm de ser iguais."),
    mend: Words(
      en: "Give a vector of three numbers, or change what is promised.",
      es: "Da un vector de tres números, o cambia lo prometido.",
      pt: "Dê um vetor de três números, ou mude o que foi prometido."),
    example: "fn length(x: [3]) = norm(x)\nlength([1, 2])")

  package static let shapelessValue = DiagnosticRow(
    "E0540",
    message: Words(
      en: "a shape is promised for {value}, which has none", es: "se promete una forma para {value}, que no la tiene",
      pt: "promete-se uma forma para {value}, que não a tem"),
    meaning: Words(
      en: "Only numbers and tensors have a shape. `[]` is the shape of a single number.",
      es: "Solo los números y los tensores tienen forma. `[]` es la forma de un número suelto.",
      pt: "Só números e tensores têm forma. `[]` é a forma de um número só."),
    mend: Words(
      en: "Pass a tensor, or leave the shape out.", es: "Pasa un tensor, o quita la forma.",
      pt: "Passe um tensor, ou tire a forma."),
    example: "fn f(x: [n]) = n\nf(\"abc\")")

  package static let notCallable = DiagnosticRow(
    "E0541",
    message: Words(
      en: "{value} cannot be called", es: "{value} no se puede llamar", pt: "{value} não pode ser chamado"),
    help: Words(
      en: "A product is written with a sign: `2 * (x + 1)`.", es: "Un producto se escribe con su signo: `2 * (x + 1)`.",
      pt: "Um produto se escreve com o sinal: `2 * (x + 1)`."),
    meaning: Words(
      en: "Brackets behind a value call it, and only functions and models can be called.",
      es: "Unos paréntesis detrás de un valor lo llaman, y solo se pueden llamar funciones y modelos.",
      pt: "Parênteses depois de um valor o chamam, e só funções e modelos podem ser chamados."),
    mend: Words(
      en: "Write the product out: `two * (1 + 3)`.", es: "Escribe el producto: `two * (1 + 3)`.",
      pt: "Escreva o produto: `two * (1 + 3)`."),
    example: "let two = 2\ntwo(1 + 3)")

  package static let modelWithoutCall = DiagnosticRow(
    "E0542",
    message: Words(
      en: "the model `{name}` does not say what a call of it does",
      es: "el modelo `{name}` no dice qué hace al llamarlo", pt: "o modelo `{name}` não diz o que faz ao ser chamado"),
    meaning: Words(
      en: "A model is called through its function without a name: `fn (x) = …` among its members. This one has none.",
      es: "A un modelo se lo llama mediante su función sin nombre: `fn (x) = …` entre sus miembros. Este no la tiene.",
      pt: "Um modelo é chamado pela sua função sem nome: `fn (x) = …` entre os membros. Este não tem uma."),
    mend: Words(
      en: "Add `fn (x) = x * w` to the model.", es: "Añade `fn (x) = x * w` al modelo.",
      pt: "Acrescente `fn (x) = x * w` ao modelo."),
    example: "model Scale() {\n    param w = 2.0\n}\nlet s = Scale()\ns(3)")

  package static let notATruth = DiagnosticRow(
    "E0544",
    message: Words(
      en: "`and` and `or` join truth values, not {value}", es: "`and` y `or` unen valores de verdad, no {value}",
      pt: "`and` e `or` juntam valores lógicos, não {value}"),
    meaning: Words(
      en: "In Aula a number is neither true nor false: say what it is compared with.",
      es: "En Aula un número no es ni verdadero ni falso: di con qué se compara.",
      pt: "Na Aula um número não é nem verdadeiro nem falso: diga com que ele é comparado."),
    mend: Words(
      en: "Compare: `true and 1 > 0`.", es: "Compara: `true and 1 > 0`.", pt: "Compare: `true and 1 > 0`."),
    example: "true and 1")

  package static let badRange = DiagnosticRow(
    "E0546",
    message: Words(
      en: "{start}..{end} by {step} never arrives", es: "{start}..{end} by {step} nunca llega",
      pt: "{start}..{end} by {step} nunca chega"),
    help: Words(
      en: "The step must be a number other than 0.", es: "El paso debe ser un número distinto de 0.",
      pt: "O passo deve ser um número diferente de 0."),
    meaning: Words(
      en: "A range goes from its start in steps until it reaches its end. With a step of 0 it would stand still.",
      es: "Un rango avanza por pasos desde su inicio hasta su final. Con paso 0 se quedaría quieto.",
      pt: "Um intervalo avança em passos do início até o fim. Com passo 0 ele ficaria parado."),
    mend: Words(en: "Take a step: `0..5 by 1`.", es: "Da un paso: `0..5 by 1`.", pt: "Dê um passo: `0..5 by 1`."),
    example: "for i in 0..5 by 0 { print(i) }")

  package static let partsDoNotMatch = DiagnosticRow(
    "E0547",
    message: Words(
      en: "there are {found} parts, but {wanted} names for them",
      es: "hay {found} partes, pero {wanted} nombres para ellas",
      pt: "há {found} partes, mas {wanted} nomes para elas"),
    meaning: Words(
      en: "Taking a tuple apart needs one name for each of its parts. `_` stands for a part that you do not need.",
      es: "Para desarmar una tupla hace falta un nombre por cada parte. `_` vale para una parte que no necesitas.",
      pt:
        "Para desmontar uma tupla é preciso um nome para cada parte. `_` serve para uma parte de que você não precisa."),
    mend: Words(
      en: "Name all three: `let (a, b, _) = (1, 2, 3)`.", es: "Nombra las tres: `let (a, b, _) = (1, 2, 3)`.",
      pt: "Dê nome às três: `let (a, b, _) = (1, 2, 3)`."),
    example: "let (a, b) = (1, 2, 3)")

  package static let cannotTakeApart = DiagnosticRow(
    "E0548",
    message: Words(
      en: "{value} has no parts to take", es: "{value} no tiene partes que sacar",
      pt: "{value} não tem partes para tirar"),
    meaning: Words(
      en: "Several names in brackets take a tuple or a tensor apart. This value is in one piece.",
      es: "Varios nombres entre paréntesis desarman una tupla o un tensor. Este valor es de una sola pieza.",
      pt: "Vários nomes entre parênteses desmontam uma tupla ou um tensor. Este valor é uma peça só."),
    mend: Words(
      en: "Take one name: `let a = 3`.", es: "Usa un solo nombre: `let a = 3`.", pt: "Use um nome só: `let a = 3`."),
    example: "let (a, b) = 3")

  package static let notYetDefined = DiagnosticRow(
    "E0549",
    message: Words(
      en: "this name does not stand for anything yet", es: "este nombre todavía no representa nada",
      pt: "este nome ainda não representa nada"),
    meaning: Words(
      en: "Names of a session are looked up when a function runs. At that moment nothing had been bound to this one.",
      es: "Los nombres de la sesión se buscan cuando la función se ejecuta. En ese momento este no tenía ningún valor.",
      pt: "Os nomes da sessão são procurados quando a função roda. Naquele momento este não tinha valor nenhum."),
    mend: Words(
      en: "Write `let scale = 2` before the call.", es: "Escribe `let scale = 2` antes de la llamada.",
      pt: "Escreva `let scale = 2` antes da chamada."),
    example: "fn twice(x) = scale * x\nlet y = twice(3)\nlet scale = 2")

  package static let tooManyElements = DiagnosticRow(
    "E0550",
    message: Words(
      en: "more than ten million values in one list", es: "más de diez millones de valores en una sola lista",
      pt: "mais de dez milhões de valores em uma só lista"),
    meaning: Words(
      en:
        "A comprehension gathers its values one by one. For so many, an operation over whole tensors is the better way.",
      es: "Una comprensión reúne sus valores uno a uno. Para tantos conviene una operación sobre tensores enteros.",
      pt: "Uma compreensão reúne os valores um a um. Para tantos, é melhor uma operação sobre tensores inteiros."),
    mend: Words(
      en: "Work on a whole tensor: `arange(20000000) ^ 2`.",
      es: "Trabaja con el tensor entero: `arange(20000000) ^ 2`.",
      pt: "Trabalhe com o tensor inteiro: `arange(20000000) ^ 2`."),
    example: "let squares = (i^2 for i in 0..20000000)")

  package static let textTooLong = DiagnosticRow(
    "E0551",
    message: Words(
      en: "a text of more than 256 MB", es: "un texto de más de 256 MB", pt: "um texto de mais de 256 MB"),
    meaning: Words(
      en: "Texts are for reading. One that grows this long most likely comes from a loop that does not end.",
      es: "Los textos son para leer. Uno tan largo suele venir de un bucle que no termina.",
      pt: "Textos são para ler. Um tão longo costuma vir de um laço que não termina."),
    mend: Words(
      en: "Double it fewer times.", es: "Dóblalo menos veces.", pt: "Dobre-o menos vezes."),
    example: "var s = \"ha\"\nrepeat 40 { s = \"{s}{s}\" }")

  package static let valuesTooDeep = DiagnosticRow(
    "E0552",
    message: Words(
      en: "values inside values, more than {limit} deep", es: "valores dentro de valores, a más de {limit} niveles",
      pt: "valores dentro de valores, com mais de {limit} níveis"),
    meaning: Words(
      en: "A tuple, function or model may hold others, which hold others again; this goes on too far.",
      es: "Una tupla, función o modelo puede contener otros, que contienen otros más; esto va demasiado lejos.",
      pt: "Uma tupla, função ou modelo pode conter outros, que contêm outros; isso foi longe demais."),
    mend: Words(
      en: "Gather the values side by side: `(i for i in 0..5000)`.",
      es: "Reúne los valores uno al lado del otro: `(i for i in 0..5000)`.",
      pt: "Reúna os valores lado a lado: `(i for i in 0..5000)`."),
    example: "var t = (0, 0)\nfor i in 0..5000 { t = (t, i) }")

  package static let cellTooLarge = DiagnosticRow(
    "E0553",
    message: Words(
      en: "this cell names too many values at once", es: "esta celda nombra demasiados valores a la vez",
      pt: "esta célula nomeia valores demais de uma vez"),
    meaning: Words(
      en: "One cell or function can hold some sixty thousand values at the same time.",
      es: "Una celda o función puede tener unos sesenta mil valores al mismo tiempo.",
      pt: "Uma célula ou função pode ter uns sessenta mil valores ao mesmo tempo."),
    mend: Words(
      en: "Split it, or read the numbers from a file.", es: "Divídela, o lee los números de un archivo.",
      pt: "Divida-a, ou leia os números de um arquivo."),
    example: DiagnosticRow.noExample)

  package static let internalProblem = DiagnosticRow(
    "E0599",
    message: Words(
      en: "Aula made a mistake: {what}", es: "Aula cometió un error: {what}", pt: "a Aula cometeu um erro: {what}"),
    meaning: Words(
      en: "This should never appear. Your program is not to blame; please report it with the lines that led here.",
      es:
        "Esto no debería aparecer nunca. La culpa no es de tu programa; avísanos con las líneas que llevaron hasta aquí.",
      pt: "Isto nunca deveria aparecer. A culpa não é do seu programa; avise-nos com as linhas que levaram até aqui."),
    mend: Words(
      en: "Write the line in another way for now.", es: "Por ahora, escribe la línea de otra manera.",
      pt: "Por enquanto, escreva a linha de outro jeito."),
    example: DiagnosticRow.noExample)
}
