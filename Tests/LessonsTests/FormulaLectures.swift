// Every formula that the five lectures and the lesson of the language's page state: facts, one in a line that `\#` may
// continue. D stands for a display.

enum FormulaLectures {
  static let all: [(tex: String, isDisplay: Bool)] = text.split(separator: "\n").map { line in
    (String(line.dropFirst(2)), line.hasPrefix("D"))
  }

  private static let text = #"""
    I z = F_{W_c, b_c}(x)
    I x' = G_{W_d, b_d}(z)
    I W_c, b_c, W_d, b_d = \arg \min_{W_c, b_c, W_d, b_d} \|x - x'\|_2^2
    I z
    I x
    D D_{KL}(P|Q) = \sum_{x \in X} P(x) \log \left( \frac{P(x)}{Q(x)} \right) = - \sum_{x \in X} P(x) \log \left( \#
    \frac{Q(x)}{P(x)} \right)
    I z \sim P_\theta(Z)
    I x \sim P_\theta(X|Z)
    I z^{(i)}
    I z^{(i)} \sim P_\theta(Z)
    I x^{(i)}
    I x^{(i)} \sim P_\theta(x^{(i)}|z^{(i)})
    I \theta
    I P_{\theta}(Z) \sim \mathcal{N}(0, I)
    I P_{\theta}(X|Z) \sim \mathcal{N}(\mu, \sigma^2)
    D P_{\theta}(Z|X) = \frac{P_{\theta}(X|Z)P_{\theta}(Z)}{P_{\theta}(X)}
    D ELBO(x) = \sum_z Q(z|x) \log(P(x|z)) + \sum_z Q(z|x) \log\left(\frac{Q(z|x)}{P(z)}\right)
    I \log(P(X))
    I Q_\phi(Z|X)
    I \log P_\theta(X)
    I \phi
    I \mu_Z
    I \Sigma_Z
    I \mu_X
    I \Sigma_X
    I P_\theta(X|Z)
    I x'^{(i)}
    I f
    D \mathcal{D}_{KL}(Q_\phi(Z|X) || P_\theta(X|Z))
    I \mathbf{z}
    I \mathcal{N}(0, \mathbb{I})
    D \mathcal{L}_{\mathcal{D}} = -\frac{1}{2} \mathbb{E}_{x \sim data} [\log(\mathcal{D}(x))] - \frac{1}{2} \#
    \mathbb{E}_z [\log(1 - \mathcal{D}(\mathcal{G}(z)))]
    D \mathcal{L}_{\mathcal{G}} = -\mathcal{L}_{\mathcal{D}}
    I \mathcal{D}
    I \mathcal{G}
    D \begin{aligned}\mathcal{L}_{\mathcal{D}} &= -\frac{1}{2} \mathbb{E}_{x \sim data} [\log(\mathcal{D}(x))] - \#
    \frac{1}{2} \mathbb{E}_z [\log(1 - \mathcal{D}(\mathcal{G}(z)))] \\ \mathcal{L}_{\mathcal{G}} &= -\frac{1}{2} \#
    \mathbb{E}_z [\log(\mathcal{D}(\mathcal{G}(z)))]\end{aligned}
    D \mathcal{D}(x) = \frac{P_{datos}(x)}{P_{datos}(x) + P_{modelo}(x)}
    D \min_{W_G} \max_{W_D} = [\mathbb{E}_{x \sim P_{\text{datos}}} [\log(D_{W_G}(x))] + \mathbb{E}_{z \sim P_z} \#
    [\log(1 - D_{W_G}(G_{W_G}(z)))]]
    D \min_{W_G} \max_{W_D} = [\mathbb{E}_{x \sim P_{\text{datos}}} [\log(\mathcal{D}_{W_G}(x|y))] + \mathbb{E}_{z \#
    \sim P_z} [\log(1 - \mathcal{D}_{W_G}(\mathcal{G}_{W_G}(z|y)))]]
    I z \in \mathbb{R}^{100}
    I P_{\text{modelo}}
    I K
    I K + 1
    D \begin{aligned}\mathcal{L} &= -\mathbb{E}_{\mathbf{x}, y \sim P_{\text{datos}}} [\log \#
    P_{\text{modelo}}(y|\mathbf{x})] - \mathbb{E}_{\mathbf{x} \sim \mathcal{G}} [\log P_{\text{modelo}}(y = \#
    K+1|\mathbf{x})] \\ &= \mathcal{L}_{\text{supervisado}} - \mathcal{L}_{\text{nosupervisado}}\end{aligned}
    I \mathbf{z} \sim \mathcal{N}(0, \mathbf{I})
    I p=(x_i, \dots x_{i+K-1})^T
    D w \cdot p = \|w\| \|p\| \cos \alpha
    I \|w\| = \|p\|
    I w \cdot p
    I \alpha = 0
    I \{x_i, y_i\}_{i=1}^N
    D \ell = -\log \frac{\exp(\text{sim}(x_+, y_+)/\tau)}{\exp(\text{sim}(x_+, y_+)/\tau) + \sum_{i=1}^k \#
    \exp(\text{sim}(x_+, y_-^i)/\tau)}
    I \text{Pr}(\mathbf{z})
    I \mathbf{z} \rightarrow \mathbf{x}
    D \mathbf{x}_j^* = g[\mathbf{z}_j, \theta]
    D \begin{aligned} f[\mathbf{x}, \Omega] &\rightarrow \text{"Real"} \\ f[g[\mathbf{z}, \theta], \Omega] \#
    &\rightarrow \text{"Generated"} \end{aligned}
    I x_j^* = g[z_j, \theta] = z_j + \theta
    I z_j \sim N(\cdot; 0, 1)
    I y = 1
    I y = 0
    D \hat{\phi} = \operatorname{argmin}_{\phi} \left[\sum_i -(1 - y_i) \log [1 - \#
    \operatorname{sig}[f[\mathbf{x}_i, \phi]]] - y_i \log [\operatorname{sig}[f[\mathbf{x}_i, \phi]]] \right]
    D \hat{\phi} = \operatorname{argmin}_{\phi} \left[\sum_j -\log [1 - \operatorname{sig}[f[\mathbf{x}_j^*, \#
    \phi]]] - \sum_i \log [\operatorname{sig}[f[\mathbf{x}_i, \phi]]] \right]
    D \hat{\phi} = \operatorname{argmin}_{\phi} \left[\sum_j -\log [1 - \text{sig}[f[g[\mathbf{z}_j, \theta], \#
    \phi]]] - \sum_i \log [\text{sig}[f[\mathbf{x}_i, \phi]]] \right]
    I \mathbf{x}_j^* = g[\mathbf{z}_j, \theta]
    D \hat{\theta} = \operatorname{argmax}_{\theta} \left[\min_{\phi} \left[\sum_j -\log [1 - \#
    \text{sig}[f[g[\mathbf{z}_j, \theta], \phi]]] - \sum_i \log [\text{sig}[f[\mathbf{x}_i, \phi]]] \right] \right]
    D L[\phi] = \sum_j -\log [1 - \text{sig}[f[g[\mathbf{z}_j, \theta], \phi]]] - \sum_i \log \#
    [\text{sig}[f[\mathbf{x}_i, \phi]]]
    D L[\theta] = \sum_j \log [1 - \text{sig}[f[g[\mathbf{z}_j, \theta], \phi]]]
    I \alpha = 0.00005
    I c = 0.01
    I m = 64
    I n_{\text{critic}} = 5
    I t = 0, \dots, n_{\text{critic}}
    I \{x^{(i)}\}_{i=1}^m \sim \mathbb{P}_r
    I \{z^{(i)}\}_{i=1}^m \sim p(z)
    I g_w \leftarrow \nabla_w [\frac{1}{m} \sum_{i=1}^m f_w(x^{(i)}) - \frac{1}{m} \sum_{i=1}^m \#
    f_w(g_\theta(z^{(i)}))]
    I w \leftarrow w + \alpha \cdot \text{RMSProp}(w, g_w)
    I w \leftarrow \text{clip}(w, -c, c)
    I g_\theta \leftarrow -\nabla_\theta \frac{1}{m} \sum_{i=1}^m f_w(g_\theta(z^{(i)}))
    I \theta \leftarrow \theta - \alpha \cdot \text{RMSProp}(\theta, g_\theta)
    D \hat{\phi} = \underset{\phi}{\operatorname{argmin}} \left[\sum_j -\log [1 - \operatorname{sig}[f[g[z_j, \#
    \theta], \phi]]] - \sum_i \log [\operatorname{sig}[f[x_i, \phi]]] \right]
    D \begin{aligned} L[\phi] &= \sum_j f[x_j^*, \phi] - \sum_i f[x_i, \phi] \\ &= \sum_j f[g[z_j, \theta], \phi] - \#
    \sum_i f[x_i, \phi], \end{aligned}
    D \left| \frac{\partial f[\mathbf{x}, \phi]}{\partial \mathbf{x}} \right| < 1
    D \mathbf{W}_{N-L+1} = \mathbf{W}_L^T \text{ (com } L = 1, 2, \dots, N/2)
    I \text{sign}(\nabla_x J(\theta, x, y))
    I x + \epsilon \text{sign}(\nabla_x J(\theta, x, y))
    D \mathbf{x} \sim p_{\theta}(\mathbf{x}),
    I p(\mathbf{x})
    I g \circ f
    D \mathbb{E}_{\mathbf{x} \sim p(\mathbf{x})} [||\mathbf{x} - g \circ f(\mathbf{x})||^2] \approx 0.
    I f(\cdot; \theta_f)
    I g(\cdot; \theta_g)
    D \theta_f, \theta_g = \arg \min_{\theta_f, \theta_g} \frac{1}{N} \sum_{i=1}^N ||\mathbf{x}_i - \#
    g(f(\mathbf{x}_i, \theta_f), \theta_g)||^2.
    D f : \mathbf{z} = \mathbf{U}^T \mathbf{x}
    D g : \hat{\mathbf{x}} = \mathbf{U}\mathbf{z},
    I \mathbf{U} \in \mathbb{R}^{p \times d}
    D \mathbb{E}_{\mathbf{x} \sim p(\mathbf{x})} \left[\|\mathbf{x} - \mathbf{U}\mathbf{U}^T \mathbf{x}\|^2 \right].
    I f : \mathbb{R}^p \rightarrow \mathbb{R}^d
    I g : \mathbb{R}^d \rightarrow \mathbb{R}^p
    I f : \mathbb{R}^{w \times h \times c} \rightarrow \mathbb{R}^d
    I g : \mathbb{R}^d \rightarrow \mathbb{R}^{w \times h \times c}
    I d = 784
    I d = 2
    I d = 4
    I d = 8
    I d = 16
    I d = 32
    I q(\mathbf{z}) = \mathcal{N}(\hat{\mu}, \hat{\Sigma})
    I \hat{\mu}
    I \hat{\Sigma}
    D h : \mathcal{X} \rightarrow \mathcal{X}
    I \tilde{\mathbf{x}}
    D h(\tilde{\mathbf{x}}) \approx \mathbf{x}.
    D \hat{\theta} = \underset{\theta}{\operatorname{argmin}} \frac{1}{N} \sum_{n=1}^N \|x_n - h(x_n + \epsilon_n; \#
    \theta)\|^2
    I \tilde{x} = x + \epsilon
    I h(\tilde{x})
    I \sigma = 4
    I p(\mathbf{x}|\tilde{\mathbf{x}})
    D h(\tilde{\mathbf{x}}) = \mathbb{E}[\mathbf{x}|\tilde{\mathbf{x}}],
    I g(\mathcal{Z})
    I \mathbf{x} \in \mathcal{X}
    I \mathbf{z} \in \mathcal{Z}
    I p(\mathbf{x}, \mathbf{z}) = p(\mathbf{x}|\mathbf{z})p(\mathbf{z})
    I p(\mathbf{x}|\mathbf{z})
    I p(\mathbf{z})
    D p(\mathbf{z}|\mathbf{x}) = \frac{p(\mathbf{x}|\mathbf{z})p(\mathbf{z})}{p(\mathbf{x})}.
    D p(\mathbf{x}) = \int p(\mathbf{x}|\mathbf{z})p(\mathbf{z})d\mathbf{z}.
    I p(\mathbf{z}|\mathbf{x})
    I q_v(\mathbf{z}|\mathbf{x})
    I \arg \min_v \text{KL}(q_v(\mathbf{z}|\mathbf{x}) || p(\mathbf{z}|\mathbf{x}))
    D \arg \min_{\nu} \text{KL}(q_{\nu}(\mathbf{z}|\mathbf{x}) || p(\mathbf{z}|\mathbf{x}))
    D = \arg \min_{\nu} \mathbb{E}_{q_{\nu}(\mathbf{z}|\mathbf{x})} \left[\log \#
    \frac{q_{\nu}(\mathbf{z}|\mathbf{x})}{p(\mathbf{z}|\mathbf{x})} \right]
    D = \arg \min_{\nu} \mathbb{E}_{q_{\nu}(\mathbf{z}|\mathbf{x})} [\log q_{\nu}(\mathbf{z}|\mathbf{x}) - \log \#
    p(\mathbf{x}, \mathbf{z})] + \log p(\mathbf{x}).
    I \log p(\mathbf{x})
    D = \arg \min_{\nu} \mathbb{E}_{q_{\nu}(\mathbf{z}|\mathbf{x})} [\log q_{\nu}(\mathbf{z}|\mathbf{x}) - \log \#
    p(\mathbf{x}, \mathbf{z})] + \log p(\mathbf{x})
    D = \arg \max_{\nu} \underbrace{\mathbb{E}_{q_{\nu}(\mathbf{z}|\mathbf{x})} [\log p(\mathbf{x}, \mathbf{z}) - \#
    \log q_{\nu}(\mathbf{z}|\mathbf{x})]}_{\text{ELBO}(\mathbf{x}; \nu)}
    I \text{ELBO}(\mathbf{x}; \nu)
    I \mathbf{d} = \{\mathbf{x}_i | i = 1, \dots, N\}
    I \sum_{\{\mathbf{x}_i \in \mathbf{d}\}} \text{ELBO}(\mathbf{x}_i; \nu)
    D \begin{aligned}\text{ELBO}(\mathbf{x}; \nu) &= \mathbb{E}_{q(\mathbf{z}; |\mathbf{x}\nu)} [\log p(\mathbf{x}, \#
    \mathbf{z}) - \log q_\nu(\mathbf{z}|\mathbf{x})] \\ &= \mathbb{E}_{q_\nu(\mathbf{z}|\mathbf{x})} [\log \#
    p(\mathbf{x}|\mathbf{z})p(\mathbf{z}) - \log q_\nu(\mathbf{z}|\mathbf{x})] \\ &= \#
    \mathbb{E}_{q_\nu(\mathbf{z}|\mathbf{x})} [\log p(\mathbf{x}|\mathbf{z})] - \#
    \text{KL}(q_\nu(\mathbf{z}|\mathbf{x})||p(\mathbf{z}))\end{aligned}
    D \nu^* = \arg \max_{\nu} \text{ELBO}(\mathbf{x}; \nu).
    I \nabla_{\nu} \text{ELBO}(\mathbf{x}; \nu)
    I q_{\nu}(\mathbf{z}|\mathbf{x})
    I p_{\theta}(\mathbf{x}|\mathbf{z})
    I \varphi = \text{NN}_{\theta}(\mathbf{z})
    D \mu, \sigma = \text{NN}_{\theta}(\mathbf{z})
    D p_{\theta}(\mathbf{x}|\mathbf{z}) = \mathcal{N}(\mathbf{x}; \mu, \sigma^2 \mathbf{I})
    I q_{\phi}(\mathbf{z}|\mathbf{x})
    I \nu = \text{NN}_{\phi}(\mathbf{x})
    D \mu, \sigma = \text{NN}_{\phi}(\mathbf{x})
    D q_{\phi}(\mathbf{z}|\mathbf{x}) = \mathcal{N}(\mathbf{z}; \mu, \sigma^2 \mathbf{I})
    D \begin{aligned}\theta, \phi &= \arg \max_{\theta, \phi} \text{ELBO}(\mathbf{x}; \theta, \phi) \\ &= \arg \#
    \max_{\theta, \phi} \mathbb{E}_{q_\phi(\mathbf{z}|\mathbf{x})} [\log p_\theta(\mathbf{x}|\mathbf{z})] - \#
    \text{KL}(q_\phi(\mathbf{z}|\mathbf{x}) || p(\mathbf{z})).\end{aligned}
    D \begin{aligned}\nabla_{\theta} \text{ELBO}(\mathbf{x}; \theta, \phi) &= \nabla_{\theta} \#
    \mathbb{E}_{q_{\phi}(\mathbf{z}|\mathbf{x})} [\log p_{\theta}(\mathbf{x}, \mathbf{z}) - \log \#
    q_{\phi}(\mathbf{z}|\mathbf{x})] \\ &= \mathbb{E}_{q_{\phi}(\mathbf{z}|\mathbf{x})} [\nabla_{\theta} (\log \#
    p_{\theta}(\mathbf{x}, \mathbf{z}) - \log q_{\phi}(\mathbf{z}|\mathbf{x}))] \\ &= \#
    \mathbb{E}_{q_{\phi}(\mathbf{z}|\mathbf{x})} [\nabla_{\theta} \log p_{\theta}(\mathbf{x}, \#
    \mathbf{z})],\end{aligned}
    D \begin{aligned}\nabla_{\phi} \text{ELBO}(\mathbf{x}; \theta, \phi) &= \nabla_{\phi} \#
    \mathbb{E}_{q_{\phi}(\mathbf{z}|\mathbf{x})} [\log p_{\theta}(\mathbf{x}, \mathbf{z}) - \log \#
    q_{\phi}(\mathbf{z}|\mathbf{x})] \\ &\neq \mathbb{E}_{q_{\phi}(\mathbf{z}|\mathbf{x})} [\nabla_{\phi} (\log \#
    p_{\theta}(\mathbf{x}, \mathbf{z}) - \log q_{\phi}(\mathbf{z}|\mathbf{x}))]\end{aligned}
    D \begin{aligned}\text{ELBO}(\mathbf{x}; \theta, \phi) &= \mathbb{E}_{q_\phi(\mathbf{z}|\mathbf{x})} [\log \#
    p_\theta(\mathbf{x}, \mathbf{z}) - \log q_\phi(\mathbf{z}|\mathbf{x})] \\ &= \#
    \mathbb{E}_{q_\phi(\mathbf{z}|\mathbf{x})} [f(\mathbf{x}, \mathbf{z}; \phi)].\end{aligned}
    I \nabla_\phi f
    D \mathbf{z} \sim q_\phi(\mathbf{z}|\mathbf{x})
    D \mathbf{z} = g(\phi, \mathbf{x}, \epsilon),
    I q_\phi(\mathbf{z}|\mathbf{x}) = \mathcal{N}(\mathbf{z}; \mu(\mathbf{x}; \phi), \sigma^2(\mathbf{x}; \phi))
    I \mu(\mathbf{x}; \phi)
    I \sigma^2(\mathbf{x}; \phi)
    D p(\epsilon) = \mathcal{N}(\epsilon; \mathbf{0}, \mathbf{I})
    D \mathbf{z} = \mu(\mathbf{x}; \phi) + \sigma(\mathbf{x}; \phi) \odot \epsilon
    D \begin{aligned}\text{ELBO}(\mathbf{x}; \theta, \phi) &= \mathbb{E}_{q_\phi(\mathbf{z}|\mathbf{x})} \#
    [f(\mathbf{x}, \mathbf{z}; \phi)] \\ &= \mathbb{E}_{p(\epsilon)} [f(\mathbf{x}, g(\phi, \mathbf{x}, \epsilon); \#
    \phi)]\end{aligned}
    D \begin{aligned}\nabla_\phi \text{ELBO}(\mathbf{x}; \theta, \phi) &= \nabla_\phi \mathbb{E}_{p(\epsilon)} \#
    [f(\mathbf{x}, g(\phi, \mathbf{x}, \epsilon); \phi)] \\ &= \mathbb{E}_{p(\epsilon)} [\nabla_\phi f(\mathbf{x}, \#
    g(\phi, \mathbf{x}, \epsilon); \phi)],\end{aligned}
    I q_\phi(\mathbf{z}|\mathbf{x})
    D \log q_\phi(\mathbf{z}|\mathbf{x}) = \log p(\epsilon) - \log \left| \det \left(\frac{\partial \#
    \mathbf{z}}{\partial \epsilon} \right) \right|.
    D \mathbf{z} \in \mathbb{R}^d
    D p(\mathbf{z}) = \mathcal{N}(\mathbf{z}; \mathbf{0}, \mathbf{I})
    D p_\theta(\mathbf{x}|\mathbf{z}) = \mathcal{N}(\mathbf{x}; \mu(\mathbf{z}; \theta), \sigma^2(\mathbf{z}; \#
    \theta)\mathbf{I})
    D \mu(\mathbf{z}; \theta) = \mathbf{W}_2^T \mathbf{h} + \mathbf{b}_2
    D \log \sigma^2(\mathbf{z}; \theta) = \mathbf{W}_3^T \mathbf{h} + \mathbf{b}_3
    D \mathbf{h} = \text{ReLU}(\mathbf{W}_1^T \mathbf{z} + \mathbf{b}_1)
    D \theta = \{\mathbf{W}_1, \mathbf{b}_1, \mathbf{W}_2, \mathbf{b}_2, \mathbf{W}_3, \mathbf{b}_3\}
    D q_{\phi}(\mathbf{z}|\mathbf{x}) = \mathcal{N}(\mathbf{z}; \mu(\mathbf{x}; \phi), \sigma^2(\mathbf{x}; \#
    \phi)\mathbf{I})
    D \mu(\mathbf{x}; \phi) = \mathbf{W}_5^T \mathbf{h} + \mathbf{b}_5
    D \log \sigma^2(\mathbf{x}; \phi) = \mathbf{W}_6^T \mathbf{h} + \mathbf{b}_6
    D \mathbf{h} = \text{ReLU}(\mathbf{W}_4^T \mathbf{x} + \mathbf{b}_4)
    D \phi = \{\mathbf{W}_4, \mathbf{b}_4, \mathbf{W}_5, \mathbf{b}_5, \mathbf{W}_6, \mathbf{b}_6\}
    D \begin{aligned}\text{ELBO}(\mathbf{x}; \theta, \phi) &= \mathbb{E}_{q_\phi(\mathbf{z}|\mathbf{x})} [\log \#
    p_\theta(\mathbf{x}|\mathbf{z})] - \text{KL}(q_\phi(\mathbf{z}|\mathbf{x})||p(\mathbf{z})) \\ &= \#
    \mathbb{E}_{p(\epsilon)} [\log p(\mathbf{x}|\mathbf{z} = g(\phi, \mathbf{x}, \epsilon); \theta)] - \#
    \text{KL}(q_\phi(\mathbf{z}|\mathbf{x})||p(\mathbf{z}))\end{aligned}
    D -\text{KL}(q_\phi(\mathbf{z}|\mathbf{x})||p(\mathbf{z})) = \frac{1}{2} \sum_{j=1}^d (1 + \#
    \log(\sigma_j^2(\mathbf{x}; \phi)) - \mu_j^2(\mathbf{x}; \phi) - \sigma_j^2(\mathbf{x}; \phi)) ,
    D 256 \times 256 \times 256 = 16777216
    D 256 \times 256 \times \textcolor{red}{256} \times \textcolor{green}{256} \times \textcolor{blue}{256} = \#
    16777216
    D \mathcal{L}(x, \hat{x}) + \text{regularizer}
    D \mathcal{L}(x, \hat{x}) + \lambda \sum_i |a_i^{(h)}|
    D \mathcal{L}(x, \hat{x}) + \sum_j KL(\rho || \hat{\rho}_j)
    I r(x) - x
    D p(z|x) = \frac{p(x|z)p(z)}{p(x)}
    I p(x)
    D p(x) = \int p(x|z)p(z)dz
    I q(z|x)
    I p(z|x)
    D \min KL(q(z|x) || p(z|x))
    D E_{q(z|x)} \log p(x|z) - KL(q(z|x) || p(z))
    I \hat{x}
    D \mathcal{L}(x, \hat{x}) + \sum_j KL(q_j(z|x) || p(z))
    I \mu
    I \sigma
    I x^* = z + θ
    I \max_θ \min_φ
    I …
    """#
}
